package dev.assay.engine.expression;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The grammar of updates: SET, REMOVE, ADD and DELETE sections, each once, in any order. */
final class UpdateParser extends Parser {
  private final List<Clause> clauses = new ArrayList<>();

  /** Whether what was parsed last is one pair of parentheses and nothing around it. */
  private boolean parenthesised;

  private UpdateParser(String text) {
    super(ExpressionKind.UPDATE, text);
  }

  /** One clause as written. */
  sealed interface Clause {
    DocumentPath path();

    record Set(DocumentPath path, Syntax value) implements Clause {}

    record Remove(DocumentPath path) implements Clause {}

    record Add(DocumentPath path, String alias) implements Clause {}

    record Delete(DocumentPath path, String alias) implements Clause {}
  }

  /** Clauses in the order in which they are written, and how many operators they have. */
  record Result(List<Clause> clauses, int operators) {}

  static Result parse(String text) {
    UpdateParser parser = new UpdateParser(text);
    Set<TokenKind> sections = EnumSet.noneOf(TokenKind.class);
    do {
      parser.parseSection(sections);
    } while (!parser.at(TokenKind.END));
    parser.finish();
    return new Result(parser.clauses, parser.operators);
  }

  private void parseSection(Set<TokenKind> sections) {
    TokenKind section = peek();
    switch (section) {
      case SET, REMOVE, ADD, DELETE -> {}
      default -> throw syntaxError();
    }
    next++;
    do {
      clauses.add(parseClause(section));
    } while (take(TokenKind.COMMA));
    if (!sections.add(section)) {
      // Noted where the section ends: what is wrong inside of it goes first.
      note(
          tokens.start(next),
          "The \"" + section.name() + "\" section can only be used once in an update expression;");
    }
  }

  private Clause parseClause(TokenKind section) {
    DocumentPath path = parsePath();
    return switch (section) {
      case SET -> {
        expect(TokenKind.EQUAL);
        yield new Clause.Set(path, parseValue());
      }
      case REMOVE -> new Clause.Remove(path);
      case ADD -> new Clause.Add(path, parseAlias());
      case DELETE -> new Clause.Delete(path, parseAlias());
      default -> throw new IllegalStateException("not a section: " + section);
    };
  }

  private String parseAlias() {
    if (!at(TokenKind.VALUE_ALIAS)) {
      throw syntaxError();
    }
    return tokens.textOf(next++);
  }

  /** An operand, or a sum or difference of two, maybe in parentheses. */
  private Syntax parseValue() {
    Syntax left;
    if (at(TokenKind.LEFT_PAREN)) {
      left = parseParentheses();
      if (!left.isOperand()) {
        return left;
      }
    } else {
      left = parseBareOperand();
      parenthesised = false;
    }
    if (!at(TokenKind.PLUS) && !at(TokenKind.MINUS)) {
      return left;
    }
    boolean plus = at(TokenKind.PLUS);
    next++;
    operators++;
    useAsOperand(left);
    Syntax right = parseOperand();
    useAsOperand(right);
    parenthesised = false;
    return new Syntax.Arithmetic(plus, left, right);
  }

  private Syntax parseParentheses() {
    expect(TokenKind.LEFT_PAREN);
    descend();
    Syntax inner = parseValue();
    expect(TokenKind.RIGHT_PAREN);
    ascend();
    if (parenthesised) {
      throw redundantParentheses();
    }
    parenthesised = true;
    return inner;
  }

  @Override
  void checkAllowed(Function function, int position) {
    if (!function.isForUpdates()) {
      note(
          position,
          "The function is not allowed in an update expression; function: " + function.spelling());
    }
  }

  /** Lists are appended to each other once, and nothing is done with the result but storing it. */
  @Override
  void useAsOperand(Syntax operand) {
    if (operand instanceof Syntax.Call call && call.function() == Function.LIST_APPEND) {
      noteMisuse(call);
    }
  }
}
