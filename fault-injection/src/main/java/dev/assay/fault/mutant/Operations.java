package dev.assay.fault.mutant;

/** Groups of API operations that several mutants change alike. */
final class Operations {
  /** Those that bring attribute values back. */
  static final String[] VALUES = {
    "GetItem",
    "BatchGetItem",
    "Query",
    "Scan",
    "TransactGetItems",
    "PutItem",
    "UpdateItem",
    "DeleteItem",
    "ExecuteStatement"
  };

  /** Those that consume capacity of a table. */
  static final String[] DATA = {
    "GetItem",
    "BatchGetItem",
    "Query",
    "Scan",
    "TransactGetItems",
    "PutItem",
    "UpdateItem",
    "DeleteItem",
    "BatchWriteItem",
    "TransactWriteItems",
    "ExecuteStatement"
  };

  /** Those that take conditions or filters. */
  static final String[] CONDITIONS = {
    "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan", "TransactWriteItems"
  };

  private Operations() {}
}
