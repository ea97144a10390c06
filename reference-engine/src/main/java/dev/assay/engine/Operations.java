package dev.assay.engine;

import dev.assay.engine.api.Operation;
import dev.assay.engine.control.CreateTable;
import dev.assay.engine.control.DeleteTable;
import dev.assay.engine.control.DescribeTable;
import dev.assay.engine.control.ListTables;
import dev.assay.engine.control.UpdateTable;
import java.util.List;
import java.util.Map;

/** The explicit list of all operations. Adding one means adding a line here. */
final class Operations {
  private static final String DYNAMODB = "DynamoDB_20120810";

  private Operations() {}

  static Map<String, List<Operation>> all() {
    return Map.of(
        DYNAMODB,
        List.of(
            new CreateTable(),
            new DeleteTable(),
            new DescribeTable(),
            new ListTables(),
            new UpdateTable()));
  }
}
