package dev.assay.engine.legacy;

import dev.assay.engine.error.ServiceException;

/** The form that most refusals of legacy parameters have. */
final class InvalidParameter {
  private InvalidParameter() {}

  static ServiceException because(String detail) {
    return ServiceException.validation("One or more parameter values were invalid: " + detail);
  }

  static void checkName(String attribute) {
    if (attribute.isEmpty()) {
      throw ServiceException.validation("Empty attribute name");
    }
  }
}
