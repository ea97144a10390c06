package dev.assay.features.tables;

import java.time.Duration;

/** Something that the scenario needs did not happen in time. */
public final class DeadlineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private DeadlineException(String message) {
    super(message);
  }

  static DeadlineException waiting(String forWhat, Duration deadline) {
    return new DeadlineException("waited " + deadline.toSeconds() + " s " + forWhat);
  }
}
