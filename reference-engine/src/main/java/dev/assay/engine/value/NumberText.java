package dev.assay.engine.value;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Reads the general form of a number: sign, digits with an optional point, exponent. */
final class NumberText {
  private final String text;
  private int position;

  private NumberText(String text) {
    this.text = text;
  }

  static DynamoNumber read(String text) {
    return new NumberText(text).read();
  }

  private DynamoNumber read() {
    boolean negative = false;
    if (peek() == '+' || peek() == '-') {
      negative = peek() == '-';
      position++;
    }
    StringBuilder digits = new StringBuilder(text.length());
    takeDigits(digits);
    int whole = digits.length();
    if (peek() == '.') {
      position++;
      takeDigits(digits);
    }
    if (digits.length() == 0) {
      throw new NumberProblemException(NumberProblem.NOT_NUMERIC);
    }
    long exponent = 0;
    if (peek() == 'e' || peek() == 'E') {
      position++;
      exponent = takeExponent();
    }
    if (position != text.length()) {
      throw new NumberProblemException(NumberProblem.NOT_NUMERIC);
    }
    return assemble(negative, digits, whole, exponent);
  }

  private static DynamoNumber assemble(
      boolean negative, StringBuilder digits, int whole, long exponent) {
    int first = 0;
    while (first < digits.length() && digits.charAt(first) == '0') {
      first++;
    }
    if (first == digits.length()) {
      // Zero is range-checked by the exponent that it is written with (fact 33).
      DynamoNumber.checkExponent(exponent);
      return DynamoNumber.ZERO;
    }
    int last = digits.length();
    while (digits.charAt(last - 1) == '0') {
      last--;
    }
    DynamoNumber.checkExponent(exponent + whole - first - 1);
    if (last - first > DynamoNumber.MAX_DIGITS) {
      throw new NumberProblemException(NumberProblem.TOO_MANY_DIGITS);
    }
    BigInteger unscaled = new BigInteger(digits.substring(first, last));
    int scale = (int) (last - whole - exponent);
    return DynamoNumber.of(new BigDecimal(negative ? unscaled.negate() : unscaled, scale));
  }

  private void takeDigits(StringBuilder digits) {
    while (peek() >= '0' && peek() <= '9') {
      digits.append(peek());
      position++;
    }
  }

  /** An exponent of up to 64 bits; past that the service says "cannot be converted" (fact 34). */
  private long takeExponent() {
    StringBuilder digits = new StringBuilder();
    if (peek() == '+' || peek() == '-') {
      if (peek() == '-') {
        digits.append('-');
      }
      position++;
    }
    takeDigits(digits);
    try {
      long exponent = Long.parseLong(digits.toString());
      // Far outside the range either way; clamped so that later sums cannot wrap.
      return Math.max(-1_000_000_000L, Math.min(1_000_000_000L, exponent));
    } catch (NumberFormatException e) {
      throw new NumberProblemException(NumberProblem.NOT_NUMERIC);
    }
  }

  private char peek() {
    return position < text.length() ? text.charAt(position) : '\0';
  }
}
