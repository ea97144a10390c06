package dev.assay.engine.expression;

import java.util.ArrayList;
import java.util.List;

/** The grammar of conditions, filters and key conditions. */
final class ConditionParser extends Parser {
  private static final int OR_PRECEDENCE = 1;
  private static final int AND_PRECEDENCE = 2;

  /** Whether what was parsed last is one pair of parentheses and nothing around it. */
  private boolean parenthesised;

  private ConditionParser(ExpressionKind expression, String text) {
    super(expression, text);
  }

  /** A condition without syntax errors, and how many operators it has. */
  record Result(Syntax condition, int operators) {}

  static Result parse(ExpressionKind expression, String text) {
    ConditionParser parser = new ConditionParser(expression, text);
    Syntax condition = parser.parseExpression(OR_PRECEDENCE, false);
    parser.useAsCondition(condition);
    parser.finish();
    return new Result(condition, parser.operators);
  }

  /**
   * @param operandAllowed whether the closing parenthesis may come after a mere operand, as in
   *     {@code (a) = :a}
   */
  private Syntax parseExpression(int minPrecedence, boolean operandAllowed) {
    Syntax left = parsePrefix(operandAllowed);
    while (true) {
      int precedence = precedence();
      if (precedence < minPrecedence) {
        return left;
      }
      boolean and = take(TokenKind.AND);
      if (!and) {
        expect(TokenKind.OR);
      }
      operators++;
      useAsCondition(left);
      Syntax right = parseExpression(precedence + 1, false);
      useAsCondition(right);
      parenthesised = false;
      left = and ? new Syntax.And(left, right) : new Syntax.Or(left, right);
    }
  }

  private int precedence() {
    return switch (peek()) {
      case AND -> AND_PRECEDENCE;
      case OR -> OR_PRECEDENCE;
      default -> 0;
    };
  }

  /** Any number of NOT, then a comparison, a function, or something in parentheses. */
  private Syntax parsePrefix(boolean operandAllowed) {
    int nots = 0;
    while (take(TokenKind.NOT)) {
      nots++;
    }
    Syntax condition = parsePrimary(operandAllowed && nots == 0);
    if (nots > 0) {
      useAsCondition(condition);
      parenthesised = false;
      operators += nots;
      condition = new Syntax.Not(condition, nots);
    }
    return condition;
  }

  private Syntax parsePrimary(boolean operandAllowed) {
    Syntax primary;
    if (at(TokenKind.LEFT_PAREN)) {
      primary = parseParentheses();
    } else {
      primary = parseBareOperand();
      parenthesised = false;
    }
    if (!primary.isOperand()) {
      return primary;
    }
    if (startsComparison()) {
      parenthesised = false;
      return parseComparison(primary);
    }
    boolean mayEndHere =
        primary instanceof Syntax.Call || (operandAllowed && at(TokenKind.RIGHT_PAREN));
    if (!mayEndHere) {
      throw syntaxError();
    }
    return primary;
  }

  private Syntax parseParentheses() {
    expect(TokenKind.LEFT_PAREN);
    descend();
    Syntax inner = parseExpression(OR_PRECEDENCE, true);
    expect(TokenKind.RIGHT_PAREN);
    ascend();
    if (parenthesised) {
      throw redundantParentheses();
    }
    parenthesised = true;
    return inner;
  }

  private boolean startsComparison() {
    return switch (peek()) {
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, BETWEEN, IN -> true;
      default -> false;
    };
  }

  private Syntax parseComparison(Syntax left) {
    useAsOperand(left);
    TokenKind operator = peek();
    next++;
    operators++;
    return switch (operator) {
      case EQUAL -> compare(Comparison.EQUAL, left);
      case NOT_EQUAL -> compare(Comparison.NOT_EQUAL, left);
      case LESS -> compare(Comparison.LESS, left);
      case LESS_OR_EQUAL -> compare(Comparison.LESS_OR_EQUAL, left);
      case GREATER -> compare(Comparison.GREATER, left);
      case GREATER_OR_EQUAL -> compare(Comparison.GREATER_OR_EQUAL, left);
      case BETWEEN -> parseBetween(left);
      case IN -> parseIn(left);
      default -> throw new IllegalStateException("not a comparison: " + operator);
    };
  }

  private Syntax compare(Comparison comparison, Syntax left) {
    return new Syntax.Compare(comparison, left, parseUsedOperand());
  }

  private Syntax parseBetween(Syntax operand) {
    Syntax lower = parseUsedOperand();
    expect(TokenKind.AND);
    return new Syntax.Between(operand, lower, parseUsedOperand());
  }

  private Syntax parseIn(Syntax operand) {
    expect(TokenKind.LEFT_PAREN);
    List<Syntax> candidates = new ArrayList<>();
    do {
      candidates.add(parseUsedOperand());
    } while (take(TokenKind.COMMA));
    expect(TokenKind.RIGHT_PAREN);
    return new Syntax.In(operand, candidates);
  }

  private Syntax parseUsedOperand() {
    Syntax operand = parseOperand();
    useAsOperand(operand);
    return operand;
  }

  @Override
  void checkAllowed(Function function, int position) {
    if (function.isForUpdates()) {
      note(
          position,
          "The function is not allowed in a condition expression; function: "
              + function.spelling());
    }
  }

  @Override
  void useAsOperand(Syntax operand) {
    if (operand instanceof Syntax.Call call && call.function().isCondition()) {
      noteMisuse(call);
    }
  }

  private void useAsCondition(Syntax condition) {
    if (condition instanceof Syntax.Call call && call.function() == Function.SIZE) {
      noteMisuse(call);
    }
  }
}
