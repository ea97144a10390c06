package dev.assay.engine.partiql;

import dev.assay.engine.json.ValueProblem;
import dev.assay.engine.value.DynamoNumber;
import dev.assay.engine.value.NumberProblem;
import dev.assay.engine.value.NumberProblemException;
import java.math.BigDecimal;

/**
 * Numbers as this dialect reads them: like Java's BigDecimal, whose exponents and scales are 32
 * bits wide (fact 37).
 */
final class NumberLiterals {
  private static final int LONGEST_SURELY_READABLE = 9;

  private NumberLiterals() {}

  /** Whether a text of the right shape is a number at all. */
  static boolean isReadable(String text) {
    if (text.length() <= LONGEST_SURELY_READABLE) {
      return true;
    }
    try {
      return new BigDecimal(text).precision() > 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /**
   * The value of a literal.
   *
   * @throws NumberProblemException if it cannot be stored; the top of the exponents wraps around
   */
  static DynamoNumber read(String text, boolean negative) {
    try {
      return DynamoNumber.parse(negative ? "-" + text : text);
    } catch (NumberProblemException e) {
      boolean wraps = e.problem() == NumberProblem.OVERFLOW && text.endsWith("2147483647");
      throw wraps ? new NumberProblemException(NumberProblem.UNDERFLOW) : e;
    }
  }

  /** What is wrong with a parameter. */
  static String textOf(ValueProblem problem) {
    if (problem instanceof ValueProblem.BadNumber(NumberProblem rule, String written)
        && rule != NumberProblem.NOT_NUMERIC
        && !isReadable(written)) {
      return NumberProblem.NOT_NUMERIC.text() + ": " + written;
    }
    return problem.olderText();
  }
}
