package dev.assay.engine.table;

/** The price list of a table. */
public enum TableClass {
  STANDARD,
  STANDARD_INFREQUENT_ACCESS
}
