package dev.assay.engine.table;

/** The states of a table and, where they apply, of an index. */
public enum TableStatus {
  CREATING,
  ACTIVE,
  UPDATING,
  DELETING,
  INACCESSIBLE_ENCRYPTION_CREDENTIALS,
  ARCHIVING,
  ARCHIVED
}
