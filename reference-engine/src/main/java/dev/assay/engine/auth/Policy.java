package dev.assay.engine.auth;

import java.util.List;

/** A policy in the IAM policy language, ready to be evaluated. */
record Policy(List<Statement> statements) {
  static final Policy EMPTY = new Policy(List.of());

  /** Reads a policy that is attached to a resource. */
  static Policy ofResource(String text) throws AuthFormatException {
    return PolicyReader.forResource().read(JsonDocument.read(text));
  }
}
