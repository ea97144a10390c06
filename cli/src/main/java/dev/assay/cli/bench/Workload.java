package dev.assay.cli.bench;

import dev.assay.cli.problem.Refusal;
import dev.assay.cli.problem.Suggestion;
import java.net.URI;
import java.util.Arrays;
import java.util.List;

/** What is asked of a store over and over. */
public enum Workload {
  /** One item by its key. */
  GET_ITEM("GetItem", "\"payload\""),

  /** One item over an older one. */
  PUT_ITEM("PutItem", "{"),

  /** Adds to a number of an item, on condition that the item exists. */
  UPDATE_ITEM("UpdateItem", "{"),

  /** All hundred items under one partition key. */
  QUERY("Query", "\"Count\":" + Dataset.GROUP),

  /** The first page of a table: up to 1 MB. */
  SCAN("Scan", "\"LastEvaluatedKey\""),

  /** 25 puts. */
  BATCH_WRITE("BatchWriteItem", "\"UnprocessedItems\":{}"),

  /** A put, an update and a condition check. */
  TRANSACT_WRITE("TransactWriteItems", "{");

  private final String operation;
  private final String sign;

  Workload(String operation, String sign) {
    this.operation = operation;
    this.sign = sign;
  }

  /** The API operation, as the user names the workload. */
  public String operation() {
    return operation;
  }

  /**
   * The workload of an operation; case does not matter, and neither does the ending "Item" or
   * "Items".
   *
   * @throws Refusal when there is none
   */
  public static Workload of(String name) {
    return Arrays.stream(values())
        .filter(workload -> bare(workload.operation).equalsIgnoreCase(bare(name)))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> known = Arrays.stream(values()).map(Workload::operation).toList();
              return Refusal.usage(
                  "there is no workload '" + name + "'" + Suggestion.forUnknown(name, known));
            });
  }

  private static String bare(String name) {
    return name.replaceFirst("(?i)(?<=batchwrite|transactwrite)items?$", "");
  }

  /**
   * Whether the body of a successful answer shows what was asked for. The full scan of a small
   * table has no more pages.
   */
  boolean accepts(String body, Dataset data) {
    return body.contains(sign)
        || (this == SCAN && body.contains("\"ScannedCount\":" + data.keys()));
  }

  /** The request, to be stamped with a key. */
  Template request(Dataset data, URI endpoint) {
    return switch (this) {
      case GET_ITEM ->
          key(table(data.items()).text(",\"Key\":"), 0).text("}").post(operation, endpoint);
      case PUT_ITEM ->
          data.item(table(data.items()).text(",\"Item\":"), 0).text("}").post(operation, endpoint);
      case UPDATE_ITEM -> update(table(data.items()), 0).text("}").post(operation, endpoint);
      case QUERY ->
          table(data.groups())
              .text(
                  ",\"KeyConditionExpression\":\"pk ="
                      + " :pk\",\"ExpressionAttributeValues\":{\":pk\":{\"S\":\"item")
              .group(0, Dataset.GROUP)
              .text("\"}}}")
              .post(operation, endpoint);
      case SCAN -> table(data.groups()).text("}").post(operation, endpoint);
      case BATCH_WRITE -> data.putBatch(endpoint);
      case TRANSACT_WRITE -> transaction(data).post(operation, endpoint);
    };
  }

  private static Template.Writer table(String name) {
    return inTable(new Template.Writer(), name);
  }

  private static Template.Writer inTable(Template.Writer body, String name) {
    return body.text("{\"TableName\":\"" + name + "\"");
  }

  private static Template.Writer key(Template.Writer body, int step) {
    return body.text("{\"pk\":{\"S\":\"item").key(step).text("\"}}");
  }

  private static Template.Writer update(Template.Writer body, int step) {
    return key(body.text(",\"Key\":"), step)
        .text(
            ",\"UpdateExpression\":\"SET n = n +"
                + " :one\",\"ConditionExpression\":\"attribute_exists(pk)\"")
        .text(",\"ExpressionAttributeValues\":{\":one\":{\"N\":\"1\"}}");
  }

  private static Template.Writer transaction(Dataset data) {
    Template.Writer body = new Template.Writer().text("{\"TransactItems\":[{\"Put\":");
    data.item(inTable(body, data.items()).text(",\"Item\":"), 0).text("}},{\"Update\":");
    update(inTable(body, data.items()), 1).text("}},{\"ConditionCheck\":");
    return key(inTable(body, data.items()).text(",\"Key\":"), 2)
        .text(",\"ConditionExpression\":\"attribute_exists(pk)\"}}]}");
  }
}
