package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Chosen keys of a BatchGetItem never reach the store and come back as UnprocessedKeys. When none
 * would be left, the batch is refused with ProvisionedThroughputExceededException, as the service
 * does.
 */
public record UnprocessedKeys(Selection chosen) implements Partial {
  static final String KIND = "unprocessed_keys";

  static UnprocessedKeys read(JsonFields fields) {
    return new UnprocessedKeys(Selection.read(fields));
  }

  @Override
  public void write(ObjectNode into) {
    chosen.write(into);
  }

  @Override
  public boolean appliesTo(String operation) {
    return operation.equals("BatchGetItem");
  }

  @Override
  public String kind() {
    return KIND;
  }
}
