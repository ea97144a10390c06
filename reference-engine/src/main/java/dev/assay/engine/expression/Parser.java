package dev.assay.engine.expression;

import dev.assay.engine.error.ServiceException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the grammars share: the cursor, document paths, operands and function calls.
 *
 * <p>Syntax errors and redundant parentheses are thrown where they are met. Wrong names, indices
 * and functions are only noted meanwhile, because those two go first; of several the one that
 * stands first in the text is reported.
 */
abstract class Parser {
  /** Most operators and functions in one expression. */
  static final int MAX_OPERATORS = 300;

  /**
   * Deepest nesting that is parsed. A well-formed text that is deeper has more operators than that,
   * or redundant parentheses.
   */
  private static final int MAX_DEPTH = MAX_OPERATORS + 2;

  protected final ExpressionKind expression;
  protected final Tokens tokens;
  protected int next;
  protected int operators;
  private int depth;
  private int problemPosition = Integer.MAX_VALUE;
  private @Nullable String problem;

  protected Parser(ExpressionKind expression, String text) {
    expression.checkSize(text);
    this.expression = expression;
    this.tokens = Tokens.of(expression, text);
  }

  /** Refuses trailing tokens, then what was noted on the way. */
  protected final void finish() {
    expect(TokenKind.END);
    if (problem != null) {
      throw expression.invalid(problem);
    }
  }

  /** Notes a problem of the text at {@code position}; the one that stands first is reported. */
  protected final void note(int position, String detail) {
    if (position < problemPosition) {
      problemPosition = position;
      problem = detail;
    }
  }

  protected final TokenKind peek() {
    return tokens.kind(next);
  }

  protected final boolean at(TokenKind kind) {
    return tokens.kind(next) == kind;
  }

  protected final boolean take(TokenKind kind) {
    if (tokens.kind(next) == kind) {
      next++;
      return true;
    }
    return false;
  }

  protected final void expect(TokenKind kind) {
    if (tokens.kind(next) != kind) {
      throw syntaxError();
    }
    if (kind != TokenKind.END) {
      next++;
    }
  }

  protected final ServiceException syntaxError() {
    return tokens.syntaxError(next);
  }

  /** Enters a parenthesis or an argument list. */
  protected final void descend() {
    if (++depth > MAX_DEPTH) {
      throw expression.invalid(tooManyOperators(MAX_OPERATORS + 1));
    }
  }

  protected final void ascend() {
    depth--;
  }

  /** Thrown as soon as the second of two pairs closes. */
  protected final ServiceException redundantParentheses() {
    return expression.invalid("The expression has redundant parentheses;");
  }

  static String tooManyOperators(int count) {
    return "The expression contains too many operators; operator count: " + count;
  }

  /** Path, value or function call, maybe in parentheses. */
  protected final Syntax parseOperand() {
    int parentheses = 0;
    while (take(TokenKind.LEFT_PAREN)) {
      parentheses++;
    }
    Syntax operand = parseBareOperand();
    for (int i = 0; i < parentheses; i++) {
      expect(TokenKind.RIGHT_PAREN);
      if (i > 0) {
        throw redundantParentheses();
      }
    }
    return operand;
  }

  protected final Syntax parseBareOperand() {
    return switch (peek()) {
      case NAME ->
          tokens.kind(next + 1) == TokenKind.LEFT_PAREN
              ? parseCall()
              : new Syntax.Path(parsePath());
      case NAME_ALIAS -> new Syntax.Path(parsePath());
      case VALUE_ALIAS -> new Syntax.Value(tokens.textOf(next++));
      default -> throw syntaxError();
    };
  }

  private Syntax parseCall() {
    int position = tokens.start(next);
    String name = tokens.textOf(next++);
    Function function = Function.named(name);
    if (function == null) {
      note(position, "Invalid function name; function: " + name);
      function = Function.SIZE;
    } else {
      checkAllowed(function, position);
    }
    expect(TokenKind.LEFT_PAREN);
    descend();
    operators++;
    List<Syntax> arguments = new ArrayList<>(2);
    do {
      Syntax argument = parseOperand();
      useAsOperand(argument);
      arguments.add(argument);
    } while (take(TokenKind.COMMA));
    expect(TokenKind.RIGHT_PAREN);
    ascend();
    return new Syntax.Call(function, arguments, position);
  }

  /** Notes that a function is not one of this kind of expression. */
  abstract void checkAllowed(Function function, int position);

  /** Notes that something stands in for an operand that is none. */
  abstract void useAsOperand(Syntax operand);

  protected final void noteMisuse(Syntax.Call call) {
    note(
        call.position(),
        "The function is not allowed to be used this way in an expression; function: "
            + call.function().spelling());
  }

  protected final DocumentPath parsePath() {
    PathElement first = parseName();
    if (!at(TokenKind.DOT) && !at(TokenKind.LEFT_BRACKET)) {
      return new DocumentPath(List.of(first));
    }
    List<PathElement> elements = new ArrayList<>();
    elements.add(first);
    while (true) {
      if (take(TokenKind.DOT)) {
        elements.add(parseName());
      } else if (take(TokenKind.LEFT_BRACKET)) {
        elements.add(parseIndex());
        expect(TokenKind.RIGHT_BRACKET);
      } else {
        return new DocumentPath(elements);
      }
    }
  }

  private PathElement parseName() {
    if (!at(TokenKind.NAME) && !at(TokenKind.NAME_ALIAS)) {
      throw syntaxError();
    }
    String name = tokens.textOf(next);
    if (at(TokenKind.NAME) && ReservedWords.contain(name)) {
      note(tokens.start(next), "Attribute name is a reserved keyword; reserved keyword: " + name);
    }
    next++;
    return new PathElement.Name(name);
  }

  private PathElement parseIndex() {
    if (!at(TokenKind.NUMBER)) {
      throw syntaxError();
    }
    int token = next++;
    String digits = tokens.textOf(token);
    try {
      return new PathElement.Index(Integer.parseInt(digits));
    } catch (NumberFormatException e) {
      note(
          tokens.start(token),
          "List index is not within the allowable range; index: [" + digits + "]");
      return new PathElement.Index(0);
    }
  }
}
