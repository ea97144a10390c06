package dev.assay.engine.auth;

import java.util.List;
import java.util.Map;

/** A JSON value with the line on which it starts, for messages to whoever wrote it. */
sealed interface Json {
  int line();

  record Text(String value, int line) implements Json {}

  /** A number or a boolean, as it was written. */
  record Scalar(String written, int line) implements Json {}

  record Null(int line) implements Json {}

  record Array(List<Json> elements, int line) implements Json {}

  record Struct(Map<String, Json> members, int line) implements Json {}
}
