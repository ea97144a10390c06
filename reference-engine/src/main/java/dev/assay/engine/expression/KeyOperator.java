package dev.assay.engine.expression;

/** The conditions that an index can answer. */
public enum KeyOperator {
  EQUAL,
  LESS,
  LESS_OR_EQUAL,
  GREATER,
  GREATER_OR_EQUAL,
  BETWEEN,
  BEGINS_WITH
}
