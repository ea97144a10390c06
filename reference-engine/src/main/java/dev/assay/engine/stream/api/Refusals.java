package dev.assay.engine.stream.api;

import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the operations of DynamoDB Streams refuse, in the service's words where they are known. */
final class Refusals {
  private static final String INVALID = "One or more parameter values were invalid: ";

  /** As Java prints a date, {@code Thu Jul 02 12:57:57 UTC 2015}. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss 'UTC' uuuu", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Refusals() {}

  static ServiceException invalid(String problem) {
    return ServiceException.validation(INVALID + problem);
  }

  static ServiceException notFound(String subject) {
    return new ServiceException(
        ErrorType.RESOURCE_NOT_FOUND, "Requested resource not found: " + subject);
  }

  static ServiceException noStream(String arn) {
    return notFound("Stream: " + arn + " not found");
  }

  static ServiceException trimmed() {
    return new ServiceException(
        ErrorType.TRIMMED_DATA_ACCESS, "The data you are trying to access has been trimmed");
  }

  /** Worded as Kinesis does it, of which DynamoDB Streams is a relative. */
  static ServiceException expired(Instant issued, Instant now, Duration life) {
    return new ServiceException(
        ErrorType.EXPIRED_ITERATOR,
        "Iterator expired. The iterator was created at time "
            + DATE.format(issued)
            + " while right now it is "
            + DATE.format(now)
            + " which is further in the future than the tolerated delay of "
            + life.toMillis()
            + " milliseconds.");
  }
}
