package dev.assay.engine.auth;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a condition compares one value of the request with one value of the policy. */
enum Comparison {
  STRING_EQUALS,
  STRING_EQUALS_IGNORE_CASE,
  STRING_LIKE,
  NUMERIC_EQUALS,
  NUMERIC_LESS_THAN,
  NUMERIC_LESS_THAN_EQUALS,
  NUMERIC_GREATER_THAN,
  NUMERIC_GREATER_THAN_EQUALS,
  DATE_EQUALS,
  DATE_LESS_THAN,
  DATE_LESS_THAN_EQUALS,
  DATE_GREATER_THAN,
  DATE_GREATER_THAN_EQUALS,
  BOOL,
  BINARY_EQUALS,
  IP_ADDRESS,
  ARN_LIKE,
  /** About the presence of the key, not its value. */
  NULL;

  /** Whether {@code actual} of the request stands in this relation to a value of the policy. */
  boolean holds(String actual, Template expected, ContextKeys keys) {
    if (this == STRING_LIKE || this == ARN_LIKE) {
      Glob glob = expected.glob(keys);
      return glob != null && (this == ARN_LIKE ? glob.matchesArn(actual) : glob.matches(actual));
    }
    String text = expected.text(keys);
    if (text == null) {
      return false;
    }
    return switch (this) {
      case STRING_EQUALS -> actual.equals(text);
      case STRING_EQUALS_IGNORE_CASE ->
          actual.toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT));
      case BOOL -> actual.equalsIgnoreCase(text);
      case BINARY_EQUALS -> isBase64(text) && actual.equals(text);
      case IP_ADDRESS -> {
        IpRange range = IpRange.parse(text);
        yield range != null && range.contains(actual);
      }
      case NUMERIC_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          ordered(number(actual), number(text));
      case DATE_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
          ordered(time(actual), time(text));
      case STRING_LIKE, ARN_LIKE, NULL -> throw new IllegalStateException(name());
    };
  }

  private <T extends Comparable<T>> boolean ordered(@Nullable T actual, @Nullable T expected) {
    if (actual == null || expected == null) {
      return false;
    }
    int order = actual.compareTo(expected);
    return switch (this) {
      case NUMERIC_EQUALS, DATE_EQUALS -> order == 0;
      case NUMERIC_LESS_THAN, DATE_LESS_THAN -> order < 0;
      case NUMERIC_LESS_THAN_EQUALS, DATE_LESS_THAN_EQUALS -> order <= 0;
      case NUMERIC_GREATER_THAN, DATE_GREATER_THAN -> order > 0;
      case NUMERIC_GREATER_THAN_EQUALS, DATE_GREATER_THAN_EQUALS -> order >= 0;
      case STRING_EQUALS,
          STRING_EQUALS_IGNORE_CASE,
          STRING_LIKE,
          BOOL,
          BINARY_EQUALS,
          IP_ADDRESS,
          ARN_LIKE,
          NULL ->
          throw new IllegalStateException(name());
    };
  }

  /** What is wrong with a value that a policy gives for this comparison; null if nothing is. */
  @Nullable String problem(String value) {
    return switch (this) {
      case STRING_EQUALS, STRING_EQUALS_IGNORE_CASE, STRING_LIKE, ARN_LIKE -> null;
      case BOOL, NULL ->
          value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")
              ? null
              : "must be true or false";
      case BINARY_EQUALS -> isBase64(value) ? null : "must be Base64";
      case IP_ADDRESS ->
          IpRange.parse(value) != null ? null : "must be an address or a range such as 10.0.0.0/8";
      case NUMERIC_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          number(value) != null ? null : "must be a number";
      case DATE_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
          time(value) != null ? null : "must be an ISO 8601 date or seconds since 1970";
    };
  }

  private static @Nullable BigDecimal number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Instant time(String text) {
    try {
      if (text.matches("-?\\d{1,12}") && text.length() != 4) {
        return Instant.ofEpochSecond(Long.parseLong(text));
      }
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static boolean isBase64(String text) {
    try {
      return Base64.getDecoder().decode(text).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
