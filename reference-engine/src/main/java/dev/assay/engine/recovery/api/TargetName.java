package dev.assay.engine.recovery.api;

import dev.assay.engine.request.Constraints;
import org.jspecify.annotations.Nullable;

/** The name of a table that a restore makes. */
final class TargetName {
  private TargetName() {}

  static void check(Constraints constraints, @Nullable String name) {
    constraints
        .required("targetTableName", name)
        .pattern("targetTableName", name, Constraints.NAME)
        .length("targetTableName", name, 3, 255);
  }
}
