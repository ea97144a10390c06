package dev.assay.engine;

import dev.assay.engine.api.Operation;
import dev.assay.engine.control.CreateTable;
import dev.assay.engine.control.DeleteTable;
import dev.assay.engine.control.DescribeTable;
import dev.assay.engine.control.ListTables;
import dev.assay.engine.item.BatchGetItem;
import dev.assay.engine.item.BatchWriteItem;
import dev.assay.engine.item.DeleteItem;
import dev.assay.engine.item.GetItem;
import dev.assay.engine.item.PutItem;
import dev.assay.engine.item.Query;
import dev.assay.engine.item.Scan;
import dev.assay.engine.item.UpdateItem;
import dev.assay.engine.transact.IdempotencyTokens;
import dev.assay.engine.transact.TransactGetItems;
import dev.assay.engine.transact.TransactWriteItems;
import java.util.List;
import java.util.Map;

/** The explicit lists of all operations. Adding one means adding a line here. */
final class Operations {
  private static final String DYNAMODB = "DynamoDB_20120810";

  private Operations() {}

  static Map<String, List<Operation>> all() {
    return Map.of(DYNAMODB, dynamodb(new IdempotencyTokens()));
  }

  private static List<Operation> dynamodb(IdempotencyTokens tokens) {
    return List.of(
        new BatchGetItem(),
        new BatchWriteItem(),
        new CreateTable(),
        new DeleteItem(),
        new DeleteTable(),
        new DescribeTable(),
        new GetItem(),
        new ListTables(),
        new PutItem(),
        new Query(),
        new Scan(),
        new TransactGetItems(),
        new TransactWriteItems(tokens),
        new UpdateItem());
  }
}
