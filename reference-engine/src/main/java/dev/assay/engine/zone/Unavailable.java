package dev.assay.engine.zone;

import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;

/**
 * What a client is told when a partition has no leader, no second zone, or no live replica.
 *
 * <p>The developer guide has InternalServerError (500) for this, which "may have succeeded or
 * failed" on a write (Programming.Errors); the sentence itself stands in no document.
 */
final class Unavailable {
  private Unavailable() {}

  static ServiceException now() {
    return new ServiceException(ErrorType.INTERNAL_SERVER_ERROR, "Internal server error");
  }
}
