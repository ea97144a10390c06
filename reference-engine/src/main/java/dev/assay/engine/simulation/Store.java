package dev.assay.engine.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.engine.EngineCore;
import dev.assay.engine.api.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The engine, called as a client would call it. */
final class Store {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Machine machine;

  Store(Machine machine) {
    this.machine = machine;
  }

  /** What came back. */
  record Reply(int status, JsonNode body) {
    boolean ok() {
      return status == 200;
    }

    /** Nobody knows whether it was done. */
    boolean inDoubt() {
      return status >= 500;
    }

    /** The error's type without its namespace; empty for a success. */
    String error() {
      String type = body.path("__type").asText();
      return type.substring(type.indexOf('#') + 1);
    }
  }

  Reply call(String region, String operation, String json) {
    return callTarget(region, "DynamoDB_20120810." + operation, json);
  }

  Reply callStreams(String region, String operation, String json) {
    return callTarget(region, "DynamoDBStreams_20120810." + operation, json);
  }

  private Reply callTarget(String region, String target, String json) {
    Answer answer =
        core().answer(region, target, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    try {
      JsonNode body =
          answer.body().length == 0
              ? JsonNodeFactory.instance.objectNode()
              : JSON.readTree(answer.body());
      return new Reply(answer.status(), body);
    } catch (IOException e) {
      throw new UncheckedIOException("an answer that is no JSON", e);
    }
  }

  /** Calls an operation that has to succeed. */
  JsonNode must(String region, String operation, String json) {
    Reply reply = call(region, operation, json);
    return done(operation, region, reply);
  }

  /** Calls an operation of streams that has to succeed. */
  JsonNode mustOfStreams(String region, String operation, String json) {
    return done(operation, region, callStreams(region, operation, json));
  }

  private static JsonNode done(String operation, String region, Reply reply) {
    if (reply.ok()) {
      return reply.body();
    }
    String words = operation + " in " + region + " was refused: " + reply.body();
    throw reply.inDoubt() ? new Unanswered(words) : new Violation(words);
  }

  EngineCore core() {
    return machine.core();
  }
}
