package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Chosen writes of a BatchWriteItem never reach the store and come back as UnprocessedItems. When
 * none would be left, the batch is refused with ProvisionedThroughputExceededException, as the
 * service does.
 */
public record UnprocessedItems(Selection chosen) implements Partial {
  static final String KIND = "unprocessed_items";

  static UnprocessedItems read(JsonFields fields) {
    return new UnprocessedItems(Selection.read(fields));
  }

  @Override
  public void write(ObjectNode into) {
    chosen.write(into);
  }

  @Override
  public boolean appliesTo(String operation) {
    return operation.equals("BatchWriteItem");
  }

  @Override
  public String kind() {
    return KIND;
  }
}
