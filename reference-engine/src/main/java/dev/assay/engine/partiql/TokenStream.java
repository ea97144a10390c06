package dev.assay.engine.partiql;

import dev.assay.engine.error.ServiceException;
import java.util.List;

/** The tokens of one statement, consumed from left to right. */
final class TokenStream {
  /** Deepest nesting of brackets, calls and subqueries that is still read. */
  private static final int MAX_DEPTH = 200;

  private final List<Token> tokens;
  private int position;
  private int depth;
  private int operators;

  TokenStream(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token head() {
    return tokens.get(position);
  }

  /** The token after the head. */
  Token second() {
    return tokens.get(Math.min(position + 1, tokens.size() - 1));
  }

  /** Whether the token so far ahead of the head is this keyword. */
  boolean isWordAt(int ahead, String word) {
    return position + ahead < tokens.size() && tokens.get(position + ahead).isWord(word);
  }

  /** How many tokens are left, the end included. */
  int remaining() {
    return tokens.size() - position;
  }

  /** The head, which is consumed unless it is the end. */
  Token take() {
    Token head = head();
    if (!head.is(Token.Kind.END)) {
      position++;
    }
    return head;
  }

  boolean takeIf(Token.Kind kind) {
    boolean there = head().is(kind);
    if (there) {
      take();
    }
    return there;
  }

  boolean takeWord(String word) {
    boolean there = head().isWord(word);
    if (there) {
      take();
    }
    return there;
  }

  void expect(Token.Kind kind) {
    if (!takeIf(kind)) {
      throw Refusals.malformed("Expected " + nameOf(kind));
    }
  }

  void expectKeyword(String word) {
    if (!takeWord(word)) {
      throw Refusals.malformed("Expected " + word.toUpperCase(java.util.Locale.ROOT) + " keyword");
    }
  }

  private static String nameOf(Token.Kind kind) {
    return kind == Token.Kind.RIGHT_BAG ? "RIGHT_DOUBLE_ANGLE_BRACKET" : kind.name();
  }

  /** Goes one level deeper; what is deeper than anybody means is refused before it costs stack. */
  void enter() {
    if (++depth > MAX_DEPTH) {
      throw ServiceException.validation("Nesting Levels have exceeded supported limits");
    }
  }

  void leave() {
    depth--;
  }

  void countOperators(int count) {
    operators += count;
  }

  /** Operators counted so far. */
  int operators() {
    return operators;
  }
}
