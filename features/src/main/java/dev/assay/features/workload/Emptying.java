package dev.assay.features.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Deletes every item of a table, page by page, in batches. */
record Emptying(DynamoDbClient sdk, String table) {
  private static final int BATCH = 25;

  /** Deletes what a scan finds; returns how many items that were. */
  long run() {
    long deleted = 0;
    for (var page :
        sdk.scanPaginator(
            scan ->
                scan.tableName(table)
                    .consistentRead(true)
                    .projectionExpression("#k")
                    .expressionAttributeNames(Map.of("#k", RunTable.KEY)))) {
      List<Map<String, AttributeValue>> keys = new ArrayList<>(page.items());
      for (int from = 0; from < keys.size(); from += BATCH) {
        delete(keys.subList(from, Math.min(keys.size(), from + BATCH)));
      }
      deleted += keys.size();
    }
    return deleted;
  }

  private void delete(List<Map<String, AttributeValue>> keys) {
    Map<String, List<WriteRequest>> left =
        Map.of(
            table,
            keys.stream()
                .map(key -> WriteRequest.builder().deleteRequest(d -> d.key(key)).build())
                .toList());
    while (!left.isEmpty()) {
      Map<String, List<WriteRequest>> batch = left;
      left = sdk.batchWriteItem(write -> write.requestItems(batch)).unprocessedItems();
    }
  }
}
