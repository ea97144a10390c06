package dev.assay.engine.expression;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.value.Utf8;

/** The request parameters that hold an expression; errors name them. */
public enum ExpressionKind {
  CONDITION("ConditionExpression"),
  FILTER("FilterExpression"),
  KEY_CONDITION("KeyConditionExpression"),
  PROJECTION("ProjectionExpression"),
  SEARCH_CONDITION("SearchConditionExpression"),
  UPDATE("UpdateExpression");

  /** Longest expression, measured as sent (fact 55). */
  private static final int MAX_BYTES = 4096;

  private final String parameter;

  ExpressionKind(String parameter) {
    this.parameter = parameter;
  }

  /** The name of the request parameter. */
  public String parameter() {
    return parameter;
  }

  /** The refusal of an expression of this kind. */
  ServiceException invalid(String detail) {
    return ServiceException.validation("Invalid " + parameter + ": " + detail);
  }

  /** Refuses an empty or oversized text, before anybody looks into it. */
  void checkSize(String text) {
    if (text.isEmpty()) {
      throw invalid("The expression can not be empty;");
    }
    // A char is at most three bytes, so that short texts need not be measured.
    if (text.length() > MAX_BYTES / 3) {
      int bytes = Utf8.lengthBytes(text);
      if (bytes > MAX_BYTES) {
        throw invalid(tooLarge(bytes));
      }
    }
  }

  /** Fact 57: only the variants that hold conditions go on to say how large. */
  private String tooLarge(int bytes) {
    String text = "Expression size has exceeded the maximum allowed size;";
    return switch (this) {
      case CONDITION, FILTER, KEY_CONDITION, SEARCH_CONDITION ->
          text + " expression size: " + bytes;
      case PROJECTION, UPDATE -> text;
    };
  }
}
