package dev.assay.engine.auth;

import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** When a request says it was signed. */
record SigningTime(Instant instant) {
  /** How far the client's clock may be off, either way. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final long MAX_VALID_SECONDS = 604_800;
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /**
   * Reads ISO 8601's basic format or, as the Date header has it, that of RFC 1123.
   *
   * @throws ServiceException IncompleteSignature
   */
  static SigningTime parse(String text) {
    try {
      return new SigningTime(LocalDateTime.parse(text, BASIC).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException notBasic) {
      try {
        return new SigningTime(
            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      } catch (DateTimeParseException e) {
        throw new ServiceException(
            ErrorType.INCOMPLETE_SIGNATURE,
            "Date must be in ISO-8601 'basic format'. Got '"
                + text
                + "'. See http://en.wikipedia.org/wiki/ISO_8601");
      }
    }
  }

  /** As the string to sign has it. */
  String timestamp() {
    return BASIC.format(instant);
  }

  String date() {
    return timestamp().substring(0, 8);
  }

  /**
   * @param validSeconds of a presigned request
   * @throws ServiceException InvalidSignature if it is too old or not there yet
   */
  void requireCurrent(Instant now, @Nullable String validSeconds) {
    Instant earliest = now.minus(TOLERANCE);
    if (validSeconds != null) {
      Instant end = instant.plusSeconds(seconds(validSeconds));
      if (end.isBefore(now)) {
        throw invalid(
            "Signature expired: "
                + BASIC.format(end)
                + " is now earlier than "
                + BASIC.format(now));
      }
    } else if (instant.isBefore(earliest)) {
      throw invalid(
          "Signature expired: "
              + timestamp()
              + " is now earlier than "
              + BASIC.format(earliest)
              + " ("
              + BASIC.format(now)
              + " - 5 min.)");
    }
    Instant latest = now.plus(TOLERANCE);
    if (instant.isAfter(latest)) {
      throw invalid(
          "Signature not yet current: "
              + timestamp()
              + " is still later than "
              + BASIC.format(latest)
              + " ("
              + BASIC.format(now)
              + " + 5 min.)");
    }
  }

  private static long seconds(String text) {
    if (!text.matches("\\d{1,7}") || Long.parseLong(text) > MAX_VALID_SECONDS) {
      throw new ServiceException(
          ErrorType.INCOMPLETE_SIGNATURE,
          "X-Amz-Expires must be a number of seconds up to " + MAX_VALID_SECONDS + '.');
    }
    return Long.parseLong(text);
  }

  private static ServiceException invalid(String message) {
    return new ServiceException(ErrorType.INVALID_SIGNATURE, message);
  }
}
