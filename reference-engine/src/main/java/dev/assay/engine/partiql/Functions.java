package dev.assay.engine.partiql;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The functions of the dialect, known in any case. */
enum Functions {
  ATTRIBUTE_EXISTS(1),
  ATTRIBUTE_NOT_EXISTS(1),
  ATTRIBUTE_TYPE(2),
  BEGINS_WITH(2),
  CONTAINS(2),
  SIZE(1),
  IF_NOT_EXISTS(2),
  LIST_APPEND(2),
  SET_ADD(2),
  SET_DELETE(2);

  private final int arity;

  Functions(int arity) {
    this.arity = arity;
  }

  static @Nullable Functions of(Node.Call call) {
    String upper = call.name().toUpperCase(Locale.ROOT);
    for (Functions function : values()) {
      if (function.name().equals(upper)) {
        return function;
      }
    }
    return null;
  }

  int arity() {
    return arity;
  }

  /** As messages print it. */
  String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is known only as the whole right-hand side of an assignment. */
  boolean changesSets() {
    return this == SET_ADD || this == SET_DELETE;
  }

  boolean isForUpdates() {
    return this == IF_NOT_EXISTS || this == LIST_APPEND;
  }
}
