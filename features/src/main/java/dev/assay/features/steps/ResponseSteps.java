package dev.assay.features.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.assay.features.notation.Divergence;
import dev.assay.features.notation.Json;
import dev.assay.features.notation.JsonMatch;
import dev.assay.features.notation.JsonPath;
import dev.assay.features.world.World;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a successful response says. */
public final class ResponseSteps {
  private final World world;

  public ResponseSteps(World world) {
    this.world = world;
  }

  @Then("the call succeeds")
  public void theCallSucceeds() {
    world.answer().body();
  }

  @Then("the response is:")
  public void theResponseIs(String expected) {
    exactly(world.json(expected), world.answer().body());
  }

  /** Objects may have more members than are written; arrays may not have more elements. */
  @Then("the response contains:")
  public void theResponseContains(String expected) {
    JsonNode wanted = world.json(expected);
    check(JsonMatch.subset(wanted, world.answer().body()), wanted, world.answer().body());
  }

  @Then("the response has no {string}")
  public void theResponseHasNo(String path) {
    exactly(JsonNodeFactory.instance.textNode("{absent}"), part(path));
  }

  /** The JSON ends the line: {@code "Count" in the response is 3}. */
  @Then("^\"([^\"]+)\" in the response is (?!saved as )(.*[^:])$")
  public void partIs(String path, String json) {
    exactly(world.json(json), part(path));
  }

  @Then("{string} in the response is:")
  public void partIsText(String path, String json) {
    exactly(world.json(json), part(path));
  }

  /**
   * Pages and batches: the rows are all of Items, in the order of the response unless any order
   * will do.
   */
  @Then("^the items are( in any order)?:$")
  public void theItemsAre(@Nullable String anyOrder, DataTable table) {
    ArrayNode expected = JsonNodeFactory.instance.arrayNode();
    if (anyOrder != null) {
      expected.add("{unordered}");
    }
    Rows.items(table, world).forEach(expected::add);
    exactly(expected, part("Items"));
  }

  /**
   * For parts that together must be whole, such as segments: saved items and those of the response,
   * in any order.
   */
  @Then("joined with {string} the items are those of:")
  public void joinedItemsAre(String saved, String json) {
    ArrayNode joined = JsonNodeFactory.instance.arrayNode();
    world.json("${" + saved + "}").forEach(joined::add);
    part("Items").forEach(joined::add);
    ArrayNode expected = JsonNodeFactory.instance.arrayNode().add("{unordered}");
    world.json(json).forEach(expected::add);
    exactly(expected, joined);
  }

  /** No element of an array is that text. */
  @Then("{string} in the response does not have {string}")
  public void arrayDoesNotHave(String path, String text) {
    String unwanted = world.fill(text);
    for (JsonNode element : part(path)) {
      if (element.asText().equals(unwanted)) {
        throw new Divergence(path + " has " + unwanted, "no " + unwanted, part(path).toString());
      }
    }
  }

  @Then("there are no items")
  public void thereAreNoItems() {
    exactly(JsonNodeFactory.instance.arrayNode(), part("Items"));
  }

  @Then("the item is:")
  public void theItemIs(DataTable table) {
    exactly(Rows.item(table, world), part("Item"));
  }

  @Then("the returned attributes are:")
  public void theAttributesAre(DataTable table) {
    exactly(Rows.item(table, world), part("Attributes"));
  }

  private JsonNode part(String path) {
    return new JsonPath(world.fill(path))
        .in(world.answer().body())
        .orElse(MissingNode.getInstance());
  }

  private void exactly(JsonNode expected, JsonNode actual) {
    check(JsonMatch.exact(expected, actual), expected, actual);
  }

  private void check(Optional<String> difference, JsonNode expected, JsonNode actual) {
    if (difference.isPresent()) {
      String was = actual.isMissingNode() ? "(absent) in\n" + world.answer() : Json.pretty(actual);
      throw new Divergence(difference.get(), Json.pretty(expected), was);
    }
  }
}
