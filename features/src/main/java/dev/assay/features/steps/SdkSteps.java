package dev.assay.features.steps;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.features.notation.Divergence;
import dev.assay.features.notation.ItemNotation;
import dev.assay.features.wire.TransportException;
import dev.assay.features.world.SdkClient;
import dev.assay.features.world.SdkValues;
import dev.assay.features.world.World;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Calls through the AWS SDK's typed client, as applications make them. Its retries are off unless
 * asked for.
 */
public final class SdkSteps {
  /** A store whose pages lead in a circle must not hang the run. */
  private static final int MOST_PAGES = 1_000;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final World world;

  public SdkSteps(World world) {
    this.world = world;
  }

  @When("the SDK puts the item:")
  public void puts(DataTable row) throws TransportException {
    Map<String, AttributeValue> item = SdkValues.item(Rows.item(row, world));
    SdkClient.call(
        world,
        "PutItem",
        sdk -> {
          sdk.putItem(r -> r.tableName(table()).item(item));
          return NODES.objectNode();
        });
  }

  @When("^the SDK gets the item (\\{.*\\})$")
  public void gets(String key) throws TransportException {
    SdkClient.call(
        world,
        "GetItem",
        sdk -> {
          var response = sdk.getItem(r -> r.tableName(table()).key(key(key)).consistentRead(true));
          ObjectNode json = NODES.objectNode();
          if (response.hasItem()) {
            json.set("Item", SdkValues.json(response.item()));
          }
          return json;
        });
  }

  @When("^the SDK deletes the item (\\{.*\\})$")
  public void deletes(String key) throws TransportException {
    SdkClient.call(
        world,
        "DeleteItem",
        sdk -> {
          var response =
              sdk.deleteItem(
                  r -> r.tableName(table()).key(key(key)).returnValues(ReturnValue.ALL_OLD));
          return attributes(response.hasAttributes(), response.attributes());
        });
  }

  /** The row holds the expression's values; its columns are named like {@code :v}. */
  @When("^the SDK updates the item (\\{.*\\}) by \"([^\"]*)\"(?: with:)?$")
  public void updates(String key, String expression, DataTable values) throws TransportException {
    Map<String, AttributeValue> read = values(values);
    SdkClient.call(
        world,
        "UpdateItem",
        sdk -> {
          var response =
              sdk.updateItem(
                  r ->
                      r.tableName(table())
                          .key(key(key))
                          .updateExpression(expression)
                          .expressionAttributeValues(read)
                          .returnValues(ReturnValue.ALL_NEW));
          return attributes(response.hasAttributes(), response.attributes());
        });
  }

  /** The SDK's paginator goes through all pages. */
  @When("^the SDK queries \"([^\"]*)\"(?: in pages of (\\d+))? with:$")
  public void queries(String keyCondition, @Nullable Integer pageSize, DataTable values)
      throws TransportException {
    Map<String, AttributeValue> read = values(values);
    SdkClient.call(
        world,
        "Query",
        sdk ->
            pages(
                sdk
                    .queryPaginator(
                        r ->
                            r.tableName(table())
                                .keyConditionExpression(keyCondition)
                                .expressionAttributeValues(read)
                                .limit(pageSize))
                    .stream()
                    .map(page -> page.items())
                    .limit(MOST_PAGES)
                    .toList()));
  }

  /** The SDK's paginator goes through all pages. */
  @When("^the SDK scans the table(?: in pages of (\\d+))?$")
  public void scans(@Nullable Integer pageSize) throws TransportException {
    SdkClient.call(
        world,
        "Scan",
        sdk ->
            pages(
                sdk.scanPaginator(r -> r.tableName(table()).limit(pageSize)).stream()
                    .map(page -> page.items())
                    .limit(MOST_PAGES)
                    .toList()));
  }

  /** The class of the SDK's exception, which its users catch. */
  @Then("the SDK throws {word}")
  public void theSdkThrows(String exception) {
    String thrown = world.answer().anyBody().path(SdkClient.EXCEPTION).asText("nothing");
    if (!thrown.equals(exception)) {
      throw new Divergence("the SDK throws " + thrown, exception, world.answer().toString());
    }
  }

  private String table() {
    return world.tables().named("");
  }

  private Map<String, AttributeValue> key(String notation) {
    return SdkValues.item(ItemNotation.item(world.fill(notation)));
  }

  private Map<String, AttributeValue> values(DataTable row) {
    return SdkValues.item(Rows.item(row, world));
  }

  private static ObjectNode attributes(boolean present, Map<String, AttributeValue> attributes) {
    ObjectNode json = NODES.objectNode();
    if (present) {
      json.set("Attributes", SdkValues.json(attributes));
    }
    return json;
  }

  private static ObjectNode pages(List<List<Map<String, AttributeValue>>> pages) {
    if (pages.size() == MOST_PAGES) {
      throw new Divergence(
          "the pages do not come to an end", "an end within " + MOST_PAGES + " pages", "more");
    }
    ObjectNode json = NODES.objectNode();
    ArrayNode items = json.putArray("Items");
    ArrayNode counts = json.putArray("PageCounts");
    for (List<Map<String, AttributeValue>> page : pages) {
      counts.add(page.size());
      page.forEach(item -> items.add(SdkValues.json(item)));
    }
    return json;
  }
}
