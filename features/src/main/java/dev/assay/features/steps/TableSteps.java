package dev.assay.features.steps;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.features.notation.Divergence;
import dev.assay.features.notation.Json;
import dev.assay.features.notation.Template;
import dev.assay.features.tables.TableSchema;
import dev.assay.features.wire.TransportException;
import dev.assay.features.world.Answer;
import dev.assay.features.world.World;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables that a scenario starts from, and what is in them. */
public final class TableSteps {
  private static final int BATCH = 25;
  private static final int BATCH_CHARACTERS = 4_000_000;
  private static final String TABLE = "^a (new )?table(?: \"([^\"]*)\")?";
  private static final String KEYS =
      " with partition key \"([^\"]+)\" \\(([SNB])\\)(?: and sort key \"([^\"]+)\" \\(([SNB])\\))?";

  private final World world;

  public TableSteps(World world) {
    this.world = world;
  }

  @Given(TABLE + KEYS + "$")
  public void aTable(
      @Nullable String fresh,
      @Nullable String alias,
      String partitionKey,
      String partitionType,
      @Nullable String sortKey,
      @Nullable String sortType)
      throws TransportException {
    SchemaText schema = new SchemaText(partitionKey, partitionType, sortKey, sortType);
    have(fresh, alias, schema.schema());
  }

  @Given(TABLE + KEYS + " and indexes:$")
  public void aTableWithIndexes(
      @Nullable String fresh,
      @Nullable String alias,
      String partitionKey,
      String partitionType,
      @Nullable String sortKey,
      @Nullable String sortType,
      DataTable indexes)
      throws TransportException {
    SchemaText schema = new SchemaText(partitionKey, partitionType, sortKey, sortType);
    indexes.asMaps().forEach(schema::index);
    have(fresh, alias, schema.schema());
  }

  /** The doc-string is a CreateTable request without TableName. */
  @Given(TABLE + " created with:$")
  public void aTableCreatedWith(@Nullable String fresh, @Nullable String alias, String request)
      throws TransportException {
    have(fresh, alias, new TableSchema((ObjectNode) world.json(request)));
  }

  private void have(@Nullable String fresh, @Nullable String alias, TableSchema schema)
      throws TransportException {
    if (fresh == null) {
      world.tables().borrow(alias == null ? "" : alias, schema);
    } else {
      world.tables().create(alias == null ? "" : alias, schema);
    }
  }

  /** A row an item, in item notation. */
  @Given("^(?:this item|these items)(?: in \"([^\"]*)\")?:$")
  public void theseItems(@Nullable String alias, DataTable table) throws TransportException {
    write(alias, Rows.items(table, world));
  }

  /** The doc-string is an item in DynamoDB JSON, or an array of them. */
  @Given("^the items?(?: in \"([^\"]*)\")?:$")
  public void theItem(@Nullable String alias, String json) throws TransportException {
    List<ObjectNode> items = new ArrayList<>();
    var read = world.json(json);
    if (read.isArray()) {
      read.forEach(item -> items.add((ObjectNode) item));
    } else {
      items.add((ObjectNode) read);
    }
    write(alias, items);
  }

  /**
   * The doc-string is an item in DynamoDB JSON in which # is the item's number and ## the same in
   * four digits.
   */
  @Given("^(\\d+) items(?: in \"([^\"]*)\")? like:$")
  public void itemsLike(int count, @Nullable String alias, String template)
      throws TransportException {
    List<ObjectNode> items = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      items.add((ObjectNode) Json.parse(world.fill(Template.numbered(template, i))));
    }
    write(alias, items);
  }

  private void write(@Nullable String alias, List<ObjectNode> items) throws TransportException {
    String table = world.tables().named(alias == null ? "" : alias);
    List<ObjectNode> batch = new ArrayList<>();
    int characters = 0;
    for (ObjectNode item : items) {
      int length = item.toString().length();
      if (batch.size() == BATCH || (characters + length > BATCH_CHARACTERS && !batch.isEmpty())) {
        writeBatch(table, batch);
        batch.clear();
        characters = 0;
      }
      batch.add(item);
      characters += length;
    }
    if (!batch.isEmpty()) {
      writeBatch(table, batch);
    }
  }

  private void writeBatch(String table, List<ObjectNode> items) throws TransportException {
    if (items.size() == 1) {
      ObjectNode put = JsonNodeFactory.instance.objectNode().put("TableName", table);
      put.set("Item", items.getFirst());
      require(world.ask("PutItem", put.toString()));
      return;
    }
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    ArrayNode puts = request.putObject("RequestItems").putArray(table);
    items.forEach(item -> puts.addObject().putObject("PutRequest").set("Item", item));
    Answer answer = world.ask("BatchWriteItem", request.toString());
    require(answer);
    var unprocessed = answer.body().path("UnprocessedItems").path(table);
    if (!unprocessed.isEmpty()) {
      // The service may leave some for later when it is busy; a scenario needs them all.
      List<ObjectNode> left = new ArrayList<>();
      unprocessed.forEach(put -> left.add((ObjectNode) put.path("PutRequest").path("Item")));
      if (left.size() == items.size()) {
        throw new IllegalStateException("the store processes none of the items put for set-up");
      }
      writeBatch(table, left);
    }
  }

  private static void require(Answer answer) {
    if (!answer.succeeded()) {
      throw new Divergence(
          "the store refuses an item that the scenario starts from",
          answer.operation() + " succeeds",
          answer.toString());
    }
  }
}
