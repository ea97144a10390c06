package dev.assay.features.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.features.notation.Divergence;
import dev.assay.features.notation.Json;
import dev.assay.features.notation.JsonMatch;
import dev.assay.features.wire.TransportException;
import dev.assay.features.world.Answer;
import dev.assay.features.world.World;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Calls in the regions of the run, which are numbered from 1; the steps that name none are about
 * region 1. The scenario's tables are made there.
 */
public final class RegionSteps {
  /** The service takes minutes to make a replica. */
  private static final Duration REPLICA_DEADLINE = Duration.ofMinutes(15);

  private final World world;

  public RegionSteps(World world) {
    this.world = world;
  }

  @Given("^the table is global in (\\d) regions$")
  public void isGlobal(int regions) throws TransportException {
    for (int region = 2; region <= regions; region++) {
      replicate("\"ReplicaUpdates\":[" + create(region) + "]");
    }
  }

  @Given("the table is strongly global in 3 regions")
  public void isStronglyGlobal() throws TransportException {
    replicate(
        "\"MultiRegionConsistency\":\"STRONG\",\"ReplicaUpdates\":["
            + create(2)
            + ","
            + create(3)
            + "]");
  }

  @Given("the table is strongly global in 2 regions with a witness in region 3")
  public void isStronglyGlobalWithWitness() throws TransportException {
    replicate(
        "\"MultiRegionConsistency\":\"STRONG\",\"ReplicaUpdates\":["
            + create(2)
            + "],\"GlobalTableWitnessUpdates\":["
            + create(3)
            + "]");
  }

  private String create(int region) {
    return "{\"Create\":{\"RegionName\":\"" + world.region(region) + "\"}}";
  }

  private void replicate(String update) throws TransportException {
    String table = "{\"TableName\":\"" + world.tables().named("") + "\"";
    world.noteGlobal("");
    Answer answer = world.ask("UpdateTable", table + "," + update + "}");
    if (!answer.succeeded()) {
      throw new Divergence(
          "the store refuses a replica that the scenario starts from",
          "UpdateTable succeeds",
          answer.toString());
    }
    Optional<Boolean> ready =
        world
            .poll()
            .until(REPLICA_DEADLINE, () -> settled(world.ask("DescribeTable", table + "}")));
    if (ready.isEmpty()) {
      throw new Divergence("the replica does not become active", "ACTIVE", "not yet");
    }
  }

  private static Optional<Boolean> settled(Answer described) {
    JsonNode table = described.body().path("Table");
    boolean active = table.path("TableStatus").asText().equals("ACTIVE");
    for (JsonNode replica : table.path("Replicas")) {
      active &= replica.path("ReplicaStatus").asText().equals("ACTIVE");
    }
    return active ? Optional.of(true) : Optional.empty();
  }

  /** A table of the same name in each region, which no global table joins. */
  @Given("^a table of one name in (\\d) regions created with:$")
  public void tableInEachRegion(int regions, String request) throws TransportException {
    String table = world.tables().allot("");
    world.noteGlobal("");
    ObjectNode body = ((ObjectNode) world.json(request)).put("TableName", table);
    for (int region = 1; region <= regions; region++) {
      Answer answer = world.ask(region, "CreateTable", body.toString());
      if (!answer.succeeded()) {
        throw new Divergence(
            "the store refuses a table that the scenario starts from",
            "CreateTable succeeds",
            answer.toString());
      }
      int there = region;
      Optional<Boolean> ready =
          world
              .poll()
              .until(
                  REPLICA_DEADLINE,
                  () ->
                      settled(
                          world.ask(there, "DescribeTable", "{\"TableName\":\"" + table + "\"}")));
      if (ready.isEmpty()) {
        throw new Divergence("the table does not become active", "ACTIVE", "not yet");
      }
    }
  }

  /** For what the scenario starts from: the call must succeed. */
  @Given("{word} was called in region {int} with:")
  public void wasCalled(String operation, int region, String body) throws TransportException {
    Answer answer = world.call(region, operation, world.fill(body));
    if (!answer.succeeded()) {
      throw new Divergence(
          "the store refuses a call that the scenario starts from",
          operation + " succeeds",
          answer.toString());
    }
  }

  @When("{word} is called in region {int} with:")
  public void isCalled(String operation, int region, String body) throws TransportException {
    world.call(region, operation, world.fill(body));
  }

  @Then("^calling (\\w+) in region (\\d) with '(.*)' answers:$")
  public void callingAnswers(String operation, int region, String body, String expected)
      throws TransportException {
    JsonNode wanted = world.json(expected);
    Answer answer = world.ask(region, operation, world.fill(body));
    JsonMatch.subset(wanted, answer.anyBody())
        .ifPresent(difference -> fail(difference, wanted, answer.anyBody()));
  }

  @Then("^within (\\d+) seconds calling (\\w+) in region (\\d) with '(.*)' answers:$")
  public void eventuallyAnswers(
      int seconds, String operation, int region, String body, String expected)
      throws TransportException {
    JsonNode wanted = world.json(expected);
    String request = world.fill(body);
    Optional<Boolean> fitting =
        world
            .poll()
            .until(
                Duration.ofSeconds(seconds),
                () ->
                    fits(wanted, world.ask(region, operation, request))
                        ? Optional.of(true)
                        : Optional.empty());
    if (fitting.isEmpty()) {
      callingAnswers(operation, region, body, expected);
    }
  }

  private static boolean fits(JsonNode wanted, Answer answer) {
    return answer.succeeded() && JsonMatch.subset(wanted, answer.anyBody()).isEmpty();
  }

  @Then("^within (\\d+) seconds calling (\\w+) in region (\\d) with '(.*)' fails with (\\w+)$")
  public void eventuallyFails(int seconds, String operation, int region, String body, String type)
      throws TransportException {
    String request = world.fill(body);
    Optional<Answer> refused =
        world
            .poll()
            .until(
                Duration.ofSeconds(seconds),
                () ->
                    Optional.of(world.ask(region, operation, request))
                        .filter(a -> !a.succeeded() && a.errorType().equals(type)));
    if (refused.isEmpty()) {
      throw new Divergence(
          operation + " is not refused so", type, world.ask(region, operation, request).toString());
    }
  }

  /**
   * The rows are all items of the table, in any order; marks of legacy global tables do not count.
   */
  @Then("^within (\\d+) seconds the table in regions? ([\\d, and]+) holds exactly:$")
  public void regionsHold(int seconds, String regions, DataTable table) throws TransportException {
    ArrayNode expected = JsonNodeFactory.instance.arrayNode().add("{unordered}");
    Rows.items(table, world).forEach(expected::add);
    hold(seconds, numbers(regions), expected);
  }

  @Then("^within (\\d+) seconds the table in regions? ([\\d, and]+) is empty$")
  public void regionsAreEmpty(int seconds, String regions) throws TransportException {
    hold(seconds, numbers(regions), JsonNodeFactory.instance.arrayNode());
  }

  private static List<Integer> numbers(String text) {
    return IntStream.rangeClosed(1, 9)
        .filter(number -> text.contains(Integer.toString(number)))
        .boxed()
        .toList();
  }

  private void hold(int seconds, List<Integer> regions, ArrayNode expected)
      throws TransportException {
    for (int region : regions) {
      Optional<Boolean> alike =
          world
              .poll()
              .until(
                  Duration.ofSeconds(seconds),
                  () ->
                      JsonMatch.exact(expected, scan(region)).isEmpty()
                          ? Optional.of(true)
                          : Optional.empty());
      if (alike.isEmpty()) {
        ArrayNode items = scan(region);
        JsonMatch.exact(expected, items)
            .ifPresent(difference -> fail("region " + region + ": " + difference, expected, items));
      }
    }
  }

  private ArrayNode scan(int region) throws TransportException {
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    String request = "{\"TableName\":\"" + world.tables().named("") + "\",\"ConsistentRead\":true}";
    for (JsonNode item : world.ask(region, "Scan", request).body().path("Items")) {
      ObjectNode copy = ((ObjectNode) item).deepCopy();
      copy.remove(List.of("aws:rep:deleting", "aws:rep:updatetime", "aws:rep:updateregion"));
      items.add(copy);
    }
    return items;
  }

  /** The doc-string is an array of records, each compared as by "contains". */
  @Then("^within (\\d+) seconds the records of the stream in region (\\d) are:$")
  public void streamHolds(int seconds, int region, String json) throws TransportException {
    JsonNode expected = world.json(json);
    Optional<Boolean> fitting =
        world
            .poll()
            .until(
                Duration.ofSeconds(seconds),
                () ->
                    JsonMatch.subset(expected, records(region)).isEmpty()
                        ? Optional.of(true)
                        : Optional.empty());
    if (fitting.isEmpty()) {
      ArrayNode records = records(region);
      JsonMatch.subset(expected, records)
          .ifPresent(difference -> fail(difference, expected, records));
    }
  }

  private ArrayNode records(int region) throws TransportException {
    String table = "{\"TableName\":\"" + world.tables().named("") + "\"}";
    String arn =
        world.ask(region, "DescribeTable", table).body().at("/Table/LatestStreamArn").asText();
    String stream = "{\"StreamArn\":\"" + arn + "\"";
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (JsonNode shard :
        world.ask(region, "DescribeStream", stream + "}").body().at("/StreamDescription/Shards")) {
      String iterator =
          world
              .ask(
                  region,
                  "GetShardIterator",
                  stream
                      + ",\"ShardIteratorType\":\"TRIM_HORIZON\",\"ShardId\":"
                      + shard.path("ShardId")
                      + "}")
              .body()
              .path("ShardIterator")
              .asText();
      page(region, iterator).forEach(all::add);
    }
    return all;
  }

  private JsonNode page(int region, String iterator) throws TransportException {
    String request = "{\"ShardIterator\":\"" + iterator + "\"}";
    return world.ask(region, "GetRecords", request).body().path("Records");
  }

  private static void fail(String difference, JsonNode expected, @Nullable JsonNode actual) {
    throw new Divergence(
        difference, Json.pretty(expected), actual == null ? "(absent)" : Json.pretty(actual));
  }
}
