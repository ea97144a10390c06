package dev.assay.engine.partiql;

import dev.assay.engine.error.ServiceException;

/** The refusals that more than one phase gives. */
final class Refusals {
  private Refusals() {}

  /** A statement that breaks the grammar; characters that begin no token have no detail. */
  static ServiceException malformed(String detail) {
    return ServiceException.validation(
        "Statement wasn't well formed, can't be processed: " + detail);
  }

  static ServiceException at(String problem, Token place) {
    return ServiceException.validation(problem + " " + place.place());
  }

  static ServiceException missing() {
    return ServiceException.validation("MISSING must be compared using IS operator");
  }

  static ServiceException emptyName() {
    return ServiceException.validation("Path component cannot be an empty string");
  }

  static ServiceException unrecognizedFunction(Node.Call call) {
    return at("Unrecognized function: " + call.name(), call.token());
  }

  static ServiceException tooDeep() {
    return ServiceException.validation("Nesting Levels have exceeded supported limits");
  }
}
