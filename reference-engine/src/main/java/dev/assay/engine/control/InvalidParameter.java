package dev.assay.engine.control;

import dev.assay.engine.error.ServiceException;

/** The sentence with which the service begins most of its refusals of a definition. */
public final class InvalidParameter {
  private InvalidParameter() {}

  public static ServiceException because(String reason) {
    return ServiceException.validation("One or more parameter values were invalid: " + reason);
  }
}
