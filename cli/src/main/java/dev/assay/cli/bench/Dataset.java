package dev.assay.cli.bench;

import java.net.URI;

/**
 * What the stores hold while they are measured: the same items twice, once in a table with a
 * partition key only and once in groups of a hundred under one partition key.
 *
 * @param name of the table with a partition key only; the other's is derived from it
 * @param keys how many items each table has
 * @param itemBytes size of an item as the service counts it
 */
record Dataset(String name, int keys, int itemBytes) {
  /** Items under one partition key of the grouped table: what a Query returns. */
  static final int GROUP = 100;

  /** Puts in one BatchWriteItem, the most that the service takes. */
  static final int BATCH = 25;

  /** An item has at least its key, its counter and one byte of payload. */
  static final int LEAST_ITEM_BYTES = 64;

  /** Names and values of all but the payload's own text. */
  private static final int FIXED_BYTES = 2 + 4 + Template.DIGITS + 1 + 2 + 7;

  String items() {
    return name;
  }

  String groups() {
    return name + "-groups";
  }

  private String rest() {
    return "\"n\":{\"N\":\"1\"},\"payload\":{\"S\":\""
        + "p".repeat(itemBytes - FIXED_BYTES)
        + "\"}}";
  }

  /** Writes the item of a key for the table without groups. */
  Template.Writer item(Template.Writer into, int step) {
    return into.text("{\"pk\":{\"S\":\"item").key(step).text("\"},").text(rest());
  }

  private Template.Writer groupedItem(Template.Writer into, int step) {
    return into.text("{\"pk\":{\"S\":\"item")
        .group(step, GROUP)
        .text("\"},\"sk\":{\"S\":\"")
        .key(step)
        .text("\"},")
        .text(rest());
  }

  /** Puts {@link #BATCH} items into the table without groups. */
  Template putBatch(URI endpoint) {
    return batch(items(), endpoint, this::item);
  }

  /** Puts {@link #BATCH} items into the table with groups. */
  Template putGroupedBatch(URI endpoint) {
    return batch(groups(), endpoint, this::groupedItem);
  }

  private static Template batch(String table, URI endpoint, ItemWriter writer) {
    Template.Writer body = new Template.Writer().text("{\"RequestItems\":{\"" + table + "\":[");
    for (int step = 0; step < BATCH; step++) {
      writer
          .write(body.text(step == 0 ? "" : ",").text("{\"PutRequest\":{\"Item\":"), step)
          .text("}}");
    }
    return body.text("]}}").post("BatchWriteItem", endpoint);
  }

  private interface ItemWriter {
    Template.Writer write(Template.Writer into, int step);
  }

  String createItems() {
    return "{\"TableName\":\""
        + items()
        + "\",\"BillingMode\":\"PAY_PER_REQUEST\","
        + "\"AttributeDefinitions\":[{\"AttributeName\":\"pk\",\"AttributeType\":\"S\"}],"
        + "\"KeySchema\":[{\"AttributeName\":\"pk\",\"KeyType\":\"HASH\"}]}";
  }

  String createGroups() {
    return "{\"TableName\":\""
        + groups()
        + "\",\"BillingMode\":\"PAY_PER_REQUEST\","
        + "\"AttributeDefinitions\":[{\"AttributeName\":\"pk\",\"AttributeType\":\"S\"},"
        + "{\"AttributeName\":\"sk\",\"AttributeType\":\"S\"}],"
        + "\"KeySchema\":[{\"AttributeName\":\"pk\",\"KeyType\":\"HASH\"},{\"AttributeName\":\"sk\",\"KeyType\":\"RANGE\"}]}";
  }
}
