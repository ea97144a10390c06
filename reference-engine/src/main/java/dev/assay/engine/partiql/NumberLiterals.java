package dev.assay.engine.partiql;

import dev.assay.engine.json.ValueProblem;
import dev.assay.engine.value.DynamoNumber;
import dev.assay.engine.value.NumberProblem;
import dev.assay.engine.value.NumberProblemException;
import java.util.Locale;

/**
 * Numbers as this dialect reads them: like Java's BigDecimal, whose exponents and scales are 32
 * bits wide (fact 37).
 */
final class NumberLiterals {
  private NumberLiterals() {}

  /** Whether exponent and scale of a text of the right shape have room in 32 bits. */
  static boolean isReadable(String text) {
    int mark = text.toLowerCase(Locale.ROOT).indexOf('e');
    if (mark < 0) {
      return true;
    }
    int point = text.indexOf('.');
    long fraction = point < 0 ? 0 : mark - point - 1;
    try {
      long exponent = Integer.parseInt(text.substring(mark + 1));
      long scale = fraction - exponent;
      return scale == (int) scale;
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
