package dev.assay.engine.stream;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The text in which a position in a stream travels: 21 digits, in the order of the positions as
 * text and as numbers.
 *
 * <p>A position is at least the time of its record in microseconds since the epoch. So an engine
 * that has been started anew does not give out again what it gave out before.
 */
public final class SequenceNumber {
  /** Makes up the length; the service's numbers start with a digit other than zero, too. */
  private static final char LEADING = '1';

  private static final int DIGITS = 21;

  private SequenceNumber() {}

  public static String of(long position) {
    String digits = Long.toString(position);
    return LEADING + "0".repeat(DIGITS - 1 - digits.length()) + digits;
  }

  /**
   * The position that a text names. One that no record can have is -1 if it is smaller than all
   * that can be, {@link Long#MAX_VALUE} if it is greater or not a number.
   */
  public static long position(String text) {
    int start = 0;
    while (start < text.length() && text.charAt(start) == '0') {
      start++;
    }
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return Long.MAX_VALUE;
      }
    }
    int length = text.length() - start;
    if (length < DIGITS) {
      return -1;
    }
    if (length > DIGITS || text.charAt(start) != LEADING) {
      return Long.MAX_VALUE;
    }
    try {
      return Long.parseLong(text, start + 1, text.length(), 10);
    } catch (NumberFormatException beyondLong) {
      return Long.MAX_VALUE;
    }
  }

  /** The first position that a record of this time may have; never negative. */
  static long earliest(Instant time) {
    return Math.max(0, ChronoUnit.MICROS.between(Instant.EPOCH, time));
  }
}
