package dev.assay.engine.value;

import java.math.BigDecimal;

/**
 * A number as DynamoDB keeps it: at most 38 significant digits, magnitude 1E-130 to 9.99...E+125.
 *
 * <p>Equality and order are by value; {@link #text()} is the one spelling in which the service
 * returns it, without exponent (fact 16).
 */
public final class DynamoNumber implements Comparable<DynamoNumber> {
  public static final DynamoNumber ZERO = new DynamoNumber(BigDecimal.ZERO);

  /** Most significant digits that a number may have. */
  public static final int MAX_DIGITS = 38;

  private static final int MAX_EXPONENT = 125;
  private static final int MIN_EXPONENT = -130;

  private final BigDecimal value;

  private DynamoNumber(BigDecimal normalised) {
    this.value = normalised;
  }

  /**
   * Normalises a value that is already known to be in range.
   *
   * @throws NumberProblemException if it has too many digits or is out of range
   */
  public static DynamoNumber of(BigDecimal value) {
    if (value.signum() == 0) {
      return ZERO;
    }
    BigDecimal stripped = value.stripTrailingZeros();
    checkExponent(stripped.precision() - (long) stripped.scale() - 1);
    if (stripped.precision() > MAX_DIGITS) {
      throw new NumberProblemException(NumberProblem.TOO_MANY_DIGITS);
    }
    return new DynamoNumber(stripped);
  }

  public static DynamoNumber of(long value) {
    return of(BigDecimal.valueOf(value));
  }

  /**
   * Reads what a client may write (facts 30 to 36).
   *
   * @throws NumberProblemException saying which of the rules it breaks
   */
  public static DynamoNumber parse(String text) {
    int length = text.length();
    if (length > 0 && length <= 18) {
      long small = parseSmallInteger(text, length);
      if (small >= 0) {
        return small == 0 ? ZERO : new DynamoNumber(BigDecimal.valueOf(small).stripTrailingZeros());
      }
    }
    return NumberText.read(text);
  }

  /** The value of a plain run of digits, or -1: most numbers are, and this path allocates least. */
  private static long parseSmallInteger(String text, int length) {
    long value = 0;
    for (int i = 0; i < length; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  static void checkExponent(long exponent) {
    if (exponent > MAX_EXPONENT) {
      throw new NumberProblemException(NumberProblem.OVERFLOW);
    }
    if (exponent < MIN_EXPONENT) {
      throw new NumberProblemException(NumberProblem.UNDERFLOW);
    }
  }

  /** The sum, or the problem that it has too many digits or leaves the range. */
  public DynamoNumber plus(DynamoNumber other) {
    return of(value.add(other.value));
  }

  /** The difference, or the problem that it has too many digits or leaves the range. */
  public DynamoNumber minus(DynamoNumber other) {
    return of(value.subtract(other.value));
  }

  public BigDecimal value() {
    return value;
  }

  public int signum() {
    return value.signum();
  }

  /** The service's spelling: plain digits, no exponent, no superfluous zeros. */
  public String text() {
    return value.toPlainString();
  }

  /** Size by facts 12 to 16. */
  public int sizeBytes() {
    if (value.signum() == 0) {
      return 1;
    }
    int digits = value.precision();
    int scale = value.scale();
    int fraction = scale <= 0 ? 0 : Math.min(scale, digits);
    int whole = digits - fraction;
    return 1 + (whole + 1) / 2 + (fraction + 1) / 2 + (value.signum() < 0 ? 1 : 0);
  }

  @Override
  public int compareTo(DynamoNumber other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DynamoNumber that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return text();
  }
}
