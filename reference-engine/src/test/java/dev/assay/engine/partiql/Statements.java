package dev.assay.engine.partiql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.engine.EngineFixture;
import dev.assay.engine.EngineFixture.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An engine with two tables: {@code Music} with a string partition key {@code pk}, a number sort
 * key {@code sk} and an index of each kind, and {@code Plain} with only a string partition key.
 */
final class Statements implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EngineFixture engine = EngineFixture.start();

  Statements() {
    engine.ok(
        "CreateTable",
        """
        {'TableName':'Music','BillingMode':'PAY_PER_REQUEST',
         'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},
          {'AttributeName':'sk','AttributeType':'N'},{'AttributeName':'g','AttributeType':'S'},
          {'AttributeName':'l','AttributeType':'S'}],
         'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},
          {'AttributeName':'sk','KeyType':'RANGE'}],
         'GlobalSecondaryIndexes':[{'IndexName':'byGenre',
          'KeySchema':[{'AttributeName':'g','KeyType':'HASH'}],
          'Projection':{'ProjectionType':'KEYS_ONLY'}}],
         'LocalSecondaryIndexes':[{'IndexName':'byLabel',
          'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},
           {'AttributeName':'l','KeyType':'RANGE'}],
          'Projection':{'ProjectionType':'KEYS_ONLY'}}]}\
        """);
    engine.ok(
        "CreateTable",
        """
        {'TableName':'Plain','BillingMode':'PAY_PER_REQUEST',
         'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],
         'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}]}\
        """);
  }

  /** A request around one statement, for members to be added to. */
  static ObjectNode request(String statement) {
    return JSON.createObjectNode().put("Statement", statement);
  }

  /** Reads JSON in which single quotes stand for double ones. */
  static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Reply send(String operation, JsonNode request) {
    Reply reply = engine.callRaw("DynamoDB_20120810." + operation, request.toString());
    if (!engine.accidents().isEmpty()) {
      throw new AssertionError("the engine itself failed", engine.accidents().getFirst());
    }
    return reply;
  }

  /** Runs a statement that has to succeed. */
  JsonNode run(String statement) {
    return ok(send("ExecuteStatement", request(statement)));
  }

  JsonNode run(ObjectNode request) {
    return ok(send("ExecuteStatement", request));
  }

  /** The items that a statement answers, as compact JSON. */
  String items(String statement) {
    return run(statement).path("Items").toString().replace('"', '\'');
  }

  /** The keys of the items that a WHERE clause finds in Music: {@code a0 a1}. */
  String found(String where) {
    List<String> keys = new ArrayList<>();
    for (JsonNode item : run("SELECT * FROM Music WHERE " + where).path("Items")) {
      keys.add(item.at("/pk/S").asText() + item.at("/sk/N").asText());
    }
    return String.join(" ", keys);
  }

  /** The error of a statement that has to be refused. */
  String refusal(String statement) {
    return send("ExecuteStatement", request(statement)).error();
  }

  /** A request of several statements. */
  static ObjectNode several(String member, String... statements) {
    ObjectNode request = JSON.createObjectNode();
    ArrayNode list = request.putArray(member);
    for (String statement : statements) {
      list.add(request(statement));
    }
    return request;
  }

  private static JsonNode ok(Reply reply) {
    if (reply.status() != 200) {
      throw new AssertionError("refused: " + reply.error());
    }
    return reply.body();
  }

  @Override
  public void close() {
    engine.close();
  }
}
