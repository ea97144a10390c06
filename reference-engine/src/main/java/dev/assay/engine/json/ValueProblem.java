package dev.assay.engine.json;

import dev.assay.engine.value.NumberProblem;
import java.util.List;
import java.util.Locale;

/**
 * Why an attribute value, though well-formed JSON, is not one: the rule that it breaks and what is
 * needed to say so in the words of either validation layer (facts 1, 31 to 43 and 46).
 */
public sealed interface ValueProblem {

  /** The words of the layer that most operations have moved to. */
  String text();

  /** The words of the layer that batches of writes and transactions still use. */
  default String olderText() {
    return text();
  }

  /** Whether the sentence stands without the envelope on every operation. */
  default boolean alwaysBare() {
    return false;
  }

  /** Whether an expression's value with this problem is named even by the current layer. */
  default boolean namesExpressionValue() {
    return this instanceof Empty || this instanceof SeveralTypes || this instanceof TooDeep;
  }

  String INVALID = "One or more parameter values were invalid: ";

  record Empty() implements ValueProblem {
    @Override
    public String text() {
      return "Supplied AttributeValue is empty, must contain exactly one of the supported"
          + " datatypes";
    }

    @Override
    public boolean alwaysBare() {
      return true;
    }
  }

  record SeveralTypes() implements ValueProblem {
    @Override
    public String text() {
      return "Supplied AttributeValue has more than one datatypes set, must contain exactly one of"
          + " the supported datatypes";
    }

    @Override
    public boolean alwaysBare() {
      return true;
    }
  }

  record NullFalse() implements ValueProblem {
    @Override
    public String text() {
      return INVALID + "Null attribute value types must have the value of true";
    }
  }

  /** A set without members; {@code kind} is {@code string}, {@code number} or {@code binary}. */
  record EmptySet(String kind) implements ValueProblem {
    @Override
    public String text() {
      return kind.equals("binary")
          ? INVALID + "Binary sets should not be empty"
          : INVALID + "An " + kind + " set  may not be empty";
    }
  }

  /** A string set that holds a member twice, members as sent. */
  record DuplicateStrings(List<String> members) implements ValueProblem {
    @Override
    public String text() {
      return INVALID
          + "Input collection "
          + Duplicates.quotedUpToRepeat(members)
          + " contains duplicates.";
    }

    @Override
    public String olderText() {
      return INVALID + "Input collection [" + String.join(", ", members) + "] contains duplicates.";
    }
  }

  record DuplicateNumbers() implements ValueProblem {
    @Override
    public String text() {
      return INVALID + "Input collection contains duplicates.";
    }

    @Override
    public String olderText() {
      return "Input collection contains duplicates";
    }
  }

  /** A binary set that holds a member twice, members in base 64 as sent. */
  record DuplicateBinaries(List<String> members) implements ValueProblem {
    @Override
    public String text() {
      return INVALID
          + "Input collection "
          + Duplicates.quotedUpToRepeat(members)
          + "of type BS contains duplicates.";
    }

    @Override
    public String olderText() {
      return INVALID
          + "Input collection ["
          + String.join(", ", members)
          + "]of type BS contains duplicates.";
    }
  }

  record BadNumber(NumberProblem problem, String written) implements ValueProblem {
    @Override
    public String text() {
      return problem == NumberProblem.NOT_NUMERIC
          ? problem.text() + ": " + written
          : problem.text();
    }

    /** The older layer reads like Java's BigDecimal (fact 35). */
    @Override
    public String olderText() {
      if (problem == NumberProblem.NOT_NUMERIC) {
        return written.isEmpty() ? problem.text() : text();
      }
      return problem == NumberProblem.OVERFLOW && wrapsThirtyTwoBits()
          ? NumberProblem.UNDERFLOW.text()
          : problem.text();
    }

    private boolean wrapsThirtyTwoBits() {
      int mark = written.toLowerCase(Locale.ROOT).indexOf('e');
      return mark >= 0 && written.substring(mark + 1).replace("+", "").equals("2147483647");
    }
  }

  /**
   * A document of too many levels.
   *
   * @param levels how many; from about 62 on another part of the service answers, which knows no
   *     envelope (fact 49)
   */
  record TooDeep(int levels) implements ValueProblem {
    @Override
    public boolean alwaysBare() {
      return levels > 62;
    }

    @Override
    public String text() {
      return "Nesting Levels have exceeded supported limits: Attributes in the item have nested"
          + " levels beyond supported limit";
    }
  }

  record EmptyName() implements ValueProblem {
    @Override
    public String text() {
      return "Empty attribute name";
    }
  }
}
