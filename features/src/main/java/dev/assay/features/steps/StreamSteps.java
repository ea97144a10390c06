package dev.assay.features.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.features.notation.Divergence;
import dev.assay.features.notation.Json;
import dev.assay.features.notation.JsonMatch;
import dev.assay.features.wire.TransportException;
import dev.assay.features.world.World;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The stream of the scenario's table, read whole: which shard an item's records go to is the
 * store's affair.
 */
public final class StreamSteps {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  /** A shard may answer with empty pages before those that hold its records. */
  private static final int MOST_PAGES = 20;

  private final World world;

  public StreamSteps(World world) {
    this.world = world;
  }

  /**
   * Saves <code>${name.stream}</code>, <code>${name.shard}</code> and, as <code>${name}</code>, an
   * iterator at the shard's beginning.
   */
  @Given("the shard that holds records is known as {string}")
  public void shardIsKnown(String name) throws TransportException {
    String stream = streamArn();
    String shard =
        world
            .poll()
            .until(DEADLINE, () -> shardWithRecords(stream))
            .orElseThrow(
                () -> new Divergence("no shard holds a record", "a shard with records", stream));
    save(name + ".stream", stream);
    save(name + ".shard", shard);
    save(name, iterator(stream, shard));
  }

  /** For what needs no shard. */
  @Given("the ARN of the stream is saved as {string}")
  public void arnIsSaved(String name) throws TransportException {
    save(name, streamArn());
  }

  /**
   * The doc-string is an array: all records of all shards by sequence number, each compared as by
   * "contains".
   */
  @Then("within {int} seconds the records of the stream are:")
  public void recordsAre(int seconds, String json) throws TransportException {
    JsonNode expected = world.json(json);
    String stream = streamArn();
    Optional<JsonNode> fitting =
        world
            .poll()
            .until(
                Duration.ofSeconds(seconds),
                () ->
                    Optional.of(records(stream))
                        .filter(found -> JsonMatch.subset(expected, found).isEmpty()));
    if (fitting.isEmpty()) {
      JsonNode found = records(stream);
      JsonMatch.subset(expected, found)
          .ifPresent(
              difference -> {
                throw new Divergence(difference, Json.pretty(expected), Json.pretty(found));
              });
    }
  }

  private void save(String name, String text) {
    world.save(name, JsonNodeFactory.instance.textNode(text));
  }

  private String streamArn() throws TransportException {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("TableName", world.tables().named(""));
    JsonNode table = world.ask("DescribeTable", request.toString()).body().path("Table");
    if (!table.has("LatestStreamArn")) {
      throw new Divergence("the table has no stream", "LatestStreamArn", Json.pretty(table));
    }
    return table.get("LatestStreamArn").asText();
  }

  private List<String> shards(String stream) throws TransportException {
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("StreamArn", stream);
    List<String> ids = new ArrayList<>();
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode described =
          world.ask("DescribeStream", request.toString()).body().path("StreamDescription");
      described.path("Shards").forEach(shard -> ids.add(shard.path("ShardId").asText()));
      if (!described.has("LastEvaluatedShardId")) {
        break;
      }
      request.set("ExclusiveStartShardId", described.get("LastEvaluatedShardId"));
    }
    return ids;
  }

  private Optional<String> shardWithRecords(String stream) throws TransportException {
    for (String shard : shards(stream)) {
      if (!recordsOf(stream, shard).isEmpty()) {
        return Optional.of(shard);
      }
    }
    return Optional.empty();
  }

  private JsonNode records(String stream) throws TransportException {
    List<JsonNode> all = new ArrayList<>();
    for (String shard : shards(stream)) {
      all.addAll(recordsOf(stream, shard));
    }
    all.sort(Comparator.comparing(StreamSteps::sequenceNumber));
    ArrayNode sorted = JsonNodeFactory.instance.arrayNode();
    all.forEach(sorted::add);
    return sorted;
  }

  private static BigInteger sequenceNumber(JsonNode entry) {
    return new BigInteger(entry.path("dynamodb").path("SequenceNumber").asText("0"));
  }

  private List<JsonNode> recordsOf(String stream, String shard) throws TransportException {
    List<JsonNode> found = new ArrayList<>();
    String next = iterator(stream, shard);
    for (int page = 0; page < MOST_PAGES; page++) {
      ObjectNode request = JsonNodeFactory.instance.objectNode().put("ShardIterator", next);
      JsonNode answer = world.ask("GetRecords", request.toString()).body();
      answer.path("Records").forEach(found::add);
      if (!answer.has("NextShardIterator") || (page > 0 && answer.path("Records").isEmpty())) {
        break;
      }
      next = answer.get("NextShardIterator").asText();
    }
    return found;
  }

  private String iterator(String stream, String shard) throws TransportException {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("StreamArn", stream).put("ShardId", shard).put("ShardIteratorType", "TRIM_HORIZON");
    return world.ask("GetShardIterator", request.toString()).body().path("ShardIterator").asText();
  }
}
