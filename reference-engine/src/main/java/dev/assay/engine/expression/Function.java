package dev.assay.engine.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions of the expression language. Their names are case-sensitive. */
enum Function {
  ATTRIBUTE_EXISTS("attribute_exists", 1),
  ATTRIBUTE_NOT_EXISTS("attribute_not_exists", 1),
  ATTRIBUTE_TYPE("attribute_type", 2),
  BEGINS_WITH("begins_with", 2),
  CONTAINS("contains", 2),
  SIZE("size", 1),
  IF_NOT_EXISTS("if_not_exists", 2),
  LIST_APPEND("list_append", 2);

  private static final List<Function> ALL = List.of(values());

  private final String spelling;
  private final int arity;

  Function(String spelling, int arity) {
    this.spelling = spelling;
    this.arity = arity;
  }

  static @Nullable Function named(String name) {
    for (Function function : ALL) {
      if (function.spelling.equals(name)) {
        return function;
      }
    }
    return null;
  }

  String spelling() {
    return spelling;
  }

  int arity() {
    return arity;
  }

  /** Whether it belongs to update expressions; the others belong to conditions. */
  boolean isForUpdates() {
    return this == IF_NOT_EXISTS || this == LIST_APPEND;
  }

  /** Whether it is a condition in itself, where {@code size} is an operand of one. */
  boolean isCondition() {
    return this != SIZE && !isForUpdates();
  }
}
