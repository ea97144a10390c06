package dev.assay.features.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.features.notation.Divergence;
import dev.assay.features.notation.ItemNotation;
import dev.assay.features.notation.Json;
import dev.assay.features.notation.JsonMatch;
import dev.assay.features.wire.TransportException;
import dev.assay.features.world.Answer;
import dev.assay.features.world.World;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the store holds, or says when asked, after the call under test. These leave the answer to it
 * alone.
 */
public final class StoredSteps {
  /** No scenario stores so much; a store whose pages lead in a circle must not hang the run. */
  private static final int MOST_PAGES = 1_000;

  private final World world;

  public StoredSteps(World world) {
    this.world = world;
  }

  /** The key in item notation; the row is the whole item. */
  @Then("^the stored item (\\{.*\\})(?: in \"([^\"]*)\")? is:$")
  public void theStoredItemIs(String key, @Nullable String alias, DataTable table)
      throws TransportException {
    expectItem(key, alias, Rows.item(table, world));
  }

  @Then("^there is no stored item (\\{.*\\})(?: in \"([^\"]*)\")?$")
  public void thereIsNoStoredItem(String key, @Nullable String alias) throws TransportException {
    expectItem(key, alias, JsonNodeFactory.instance.textNode("{absent}"));
  }

  private void expectItem(String key, @Nullable String alias, JsonNode expected)
      throws TransportException {
    ObjectNode request = onTable(alias).put("ConsistentRead", true);
    request.set("Key", ItemNotation.item(world.fill(key)));
    Answer answer = world.ask("GetItem", request.toString());
    JsonNode item = answer.body().path("Item");
    JsonMatch.exact(expected, item).ifPresent(difference -> fail(difference, expected, item));
  }

  /** The rows are all items of the table, in any order. */
  @Then("^the table(?: \"([^\"]*)\")? holds exactly:$")
  public void theTableHolds(@Nullable String alias, DataTable table) throws TransportException {
    ArrayNode expected = JsonNodeFactory.instance.arrayNode().add("{unordered}");
    Rows.items(table, world).forEach(expected::add);
    ArrayNode items = scan(alias);
    JsonMatch.exact(expected, items).ifPresent(difference -> fail(difference, expected, items));
  }

  @Then("^the table(?: \"([^\"]*)\")? holds (\\d+) items?$")
  public void theTableHoldsCount(@Nullable String alias, int count) throws TransportException {
    int actual = scan(alias).size();
    if (actual != count) {
      throw new Divergence(
          "the table holds " + actual + " items", count + " items", actual + " items");
    }
  }

  private ArrayNode scan(@Nullable String alias) throws TransportException {
    ObjectNode request = onTable(alias).put("ConsistentRead", true);
    ArrayNode items = request.arrayNode();
    for (int number = 0; number < MOST_PAGES; number++) {
      JsonNode page = world.ask("Scan", request.toString()).body();
      page.path("Items").forEach(items::add);
      if (!page.has("LastEvaluatedKey")) {
        return items;
      }
      request.set("ExclusiveStartKey", page.get("LastEvaluatedKey"));
    }
    throw new Divergence(
        "the pages do not come to an end", "an end within " + MOST_PAGES + " pages", "more");
  }

  private ObjectNode onTable(@Nullable String alias) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("TableName", world.tables().named(alias == null ? "" : alias));
  }

  /**
   * Another call after the one under test; the doc-string is compared as by "the response
   * contains".
   */
  @Then("^calling (\\w+) with '(.*)' answers:$")
  public void callingAnswers(String operation, String body, String expected)
      throws TransportException {
    JsonNode wanted = world.json(expected);
    Answer answer = world.ask(operation, world.fill(body));
    JsonMatch.subset(wanted, answer.body())
        .ifPresent(difference -> fail(difference, wanted, answer.body()));
  }

  @Then("^calling (\\w+) with '(.*)' fails with (\\w+)$")
  public void callingFails(String operation, String body, String type) throws TransportException {
    Answer answer = world.ask(operation, world.fill(body));
    if (answer.succeeded() || !answer.errorType().equals(type)) {
      throw new Divergence(operation + " is not refused so", type, answer.toString());
    }
  }

  /** For what the service does in its own time. Also of use as a Given. */
  @Then("^within (\\d+) seconds calling (\\w+) with '(.*)' answers:$")
  public void eventuallyAnswers(int seconds, String operation, String body, String expected)
      throws TransportException {
    world.expectNoRefusal();
    JsonNode wanted = world.json(expected);
    String request = world.fill(body);
    Optional<Answer> fitting =
        world
            .poll()
            .until(
                Duration.ofSeconds(seconds),
                () -> {
                  Answer answer = world.ask(operation, request);
                  boolean fits =
                      answer.succeeded() && JsonMatch.subset(wanted, answer.anyBody()).isEmpty();
                  return fits ? Optional.of(answer) : Optional.empty();
                });
    if (fitting.isEmpty()) {
      Answer answer = world.ask(operation, request);
      JsonMatch.subset(wanted, answer.body())
          .ifPresent(difference -> fail(difference, wanted, answer.body()));
    }
  }

  @Then("^within (\\d+) seconds calling (\\w+) with '(.*)' fails with (\\w+)$")
  public void eventuallyFails(int seconds, String operation, String body, String type)
      throws TransportException {
    world.expectNoRefusal();
    String request = world.fill(body);
    Optional<Answer> refused =
        world
            .poll()
            .until(
                Duration.ofSeconds(seconds),
                () ->
                    Optional.of(world.ask(operation, request))
                        .filter(a -> !a.succeeded() && a.errorType().equals(type)));
    if (refused.isEmpty()) {
      callingFails(operation, body, type);
    }
  }

  private static void fail(String difference, JsonNode expected, JsonNode actual) {
    String was = actual instanceof MissingNode ? "(absent)" : Json.pretty(actual);
    throw new Divergence(difference, Json.pretty(expected), was);
  }
}
