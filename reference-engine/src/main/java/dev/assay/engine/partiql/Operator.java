package dev.assay.engine.partiql;

import dev.assay.engine.expression.Comparison;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The infix operators. A higher precedence binds more tightly. */
enum Operator {
  UNION("union", 5),
  EXCEPT("except", 5),
  INTERSECT("intersect", 5),
  OR("or", 10),
  AND("and", 20),
  EQUAL("=", 40),
  NOT_EQUAL("<>", 40),
  IS("is", 40),
  IS_NOT("is_not", 40),
  IN("in", 40),
  NOT_IN("not_in", 40),
  LESS("<", 50),
  LESS_OR_EQUAL("<=", 50),
  GREATER(">", 50),
  GREATER_OR_EQUAL(">=", 50),
  BETWEEN("between", 50),
  NOT_BETWEEN("not_between", 50),
  LIKE("like", 50),
  NOT_LIKE("not_like", 50),
  PLUS("+", 60),
  MINUS("-", 60),
  CONCATENATE("||", 60),
  TIMES("*", 70),
  DIVIDE("/", 70),
  MODULO("%", 70);

  static final int NOT_PRECEDENCE = 30;

  /** The operators that only statements of SQL have; a clause of SELECT ends before one. */
  static final int SELECT_PRECEDENCE = 6;

  private static final Map<String, Operator> BY_SYMBOL = new HashMap<>();

  static {
    for (Operator operator : values()) {
      BY_SYMBOL.put(operator.symbol, operator);
    }
  }

  private final String symbol;
  private final int precedence;

  Operator(String symbol, int precedence) {
    this.symbol = symbol;
    this.precedence = precedence;
  }

  static @Nullable Operator of(Token token) {
    return token.is(Token.Kind.OPERATOR) || token.is(Token.Kind.STAR)
        ? BY_SYMBOL.get(token.text())
        : null;
  }

  String symbol() {
    return symbol;
  }

  int precedence() {
    return precedence;
  }

  /** The operator that this one negates; itself if it negates none. */
  Operator positive() {
    return switch (this) {
      case IS_NOT -> IS;
      case NOT_IN -> IN;
      case NOT_BETWEEN -> BETWEEN;
      case NOT_LIKE -> LIKE;
      default -> this;
    };
  }

  boolean isNegated() {
    return positive() != this;
  }

  @Nullable Comparison comparison() {
    return switch (this) {
      case EQUAL -> Comparison.EQUAL;
      case NOT_EQUAL -> Comparison.NOT_EQUAL;
      case LESS -> Comparison.LESS;
      case LESS_OR_EQUAL -> Comparison.LESS_OR_EQUAL;
      case GREATER -> Comparison.GREATER;
      case GREATER_OR_EQUAL -> Comparison.GREATER_OR_EQUAL;
      default -> null;
    };
  }
}
