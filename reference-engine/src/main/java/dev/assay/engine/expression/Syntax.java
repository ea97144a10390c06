package dev.assay.engine.expression;

import java.util.List;

/**
 * What the parsers produce: the shape of an expression before its placeholders are looked up.
 *
 * <p>A name that starts with {@code #} in a {@link Path} is a placeholder; no other name can.
 */
sealed interface Syntax {

  /** Whether it can be compared, or passed to a function. */
  default boolean isOperand() {
    return this instanceof Path || this instanceof Value || this instanceof Call;
  }

  record Path(DocumentPath path) implements Syntax {}

  /** A placeholder for a value, with its colon. */
  record Value(String alias) implements Syntax {}

  /** A call of a known function; {@code position} is where its name starts in the text. */
  record Call(Function function, List<Syntax> arguments, int position) implements Syntax {}

  record Compare(Comparison comparison, Syntax left, Syntax right) implements Syntax {}

  record Between(Syntax operand, Syntax lower, Syntax upper) implements Syntax {}

  record In(Syntax operand, List<Syntax> candidates) implements Syntax {}

  record And(Syntax left, Syntax right) implements Syntax {}

  record Or(Syntax left, Syntax right) implements Syntax {}

  /** Any number of NOTs in a row; a text may hold a thousand. */
  record Not(Syntax condition, int count) implements Syntax {}

  /** A sum or a difference, in a SET clause. */
  record Arithmetic(boolean plus, Syntax left, Syntax right) implements Syntax {}
}
