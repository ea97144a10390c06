package dev.assay.engine.expression;

import dev.assay.engine.error.ServiceException;
import java.util.Arrays;

/** The tokens of one expression: kinds and positions, no copies of its text. */
final class Tokens {
  private final ExpressionKind expression;
  private final String text;
  private TokenKind[] kinds = new TokenKind[16];
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private int count;

  private Tokens(ExpressionKind expression, String text) {
    this.expression = expression;
    this.text = text;
  }

  /** Cuts up {@code text}; what belongs to no token becomes {@link TokenKind#UNKNOWN}. */
  static Tokens of(ExpressionKind expression, String text) {
    Tokens tokens = new Tokens(expression, text);
    int position = 0;
    while (position < text.length()) {
      position = tokens.take(position);
    }
    tokens.add(TokenKind.END, text.length(), text.length());
    return tokens;
  }

  TokenKind kind(int token) {
    return kinds[token];
  }

  int start(int token) {
    return starts[token];
  }

  String textOf(int token) {
    return text.substring(starts[token], ends[token]);
  }

  /**
   * The service's syntax error: the token it stopped at, and the text from the token before to the
   * token after.
   */
  ServiceException syntaxError(int token) {
    boolean atEnd = kinds[token] == TokenKind.END;
    int from = token == 0 ? 0 : starts[token - 1];
    boolean lastToken = atEnd || kinds[token + 1] == TokenKind.END;
    int to = lastToken ? text.length() : ends[token + 1];
    String offending = atEnd ? "<EOF>" : textOf(token);
    return expression.invalid(
        "Syntax error; token: \"" + offending + "\", near: \"" + text.substring(from, to) + "\"");
  }

  private int take(int start) {
    char c = text.charAt(start);
    return switch (c) {
      case ' ', '\t', '\n', '\r' -> start + 1;
      case '=' -> add(TokenKind.EQUAL, start, start + 1);
      case '+' -> add(TokenKind.PLUS, start, start + 1);
      case '-' -> add(TokenKind.MINUS, start, start + 1);
      case ',' -> add(TokenKind.COMMA, start, start + 1);
      case '.' -> add(TokenKind.DOT, start, start + 1);
      case '(' -> add(TokenKind.LEFT_PAREN, start, start + 1);
      case ')' -> add(TokenKind.RIGHT_PAREN, start, start + 1);
      case '[' -> add(TokenKind.LEFT_BRACKET, start, start + 1);
      case ']' -> add(TokenKind.RIGHT_BRACKET, start, start + 1);
      case '<' -> takeLess(start);
      case '>' ->
          charAt(start + 1) == '='
              ? add(TokenKind.GREATER_OR_EQUAL, start, start + 2)
              : add(TokenKind.GREATER, start, start + 1);
      case '#' -> takeAlias(TokenKind.NAME_ALIAS, start);
      case ':' -> takeAlias(TokenKind.VALUE_ALIAS, start);
      default -> isLetter(c) ? takeIdentifier(start) : takeOther(start, c);
    };
  }

  private int takeLess(int start) {
    return switch (charAt(start + 1)) {
      case '=' -> add(TokenKind.LESS_OR_EQUAL, start, start + 2);
      case '>' -> add(TokenKind.NOT_EQUAL, start, start + 2);
      default -> add(TokenKind.LESS, start, start + 1);
    };
  }

  private int takeAlias(TokenKind kind, int start) {
    int end = skipWord(start + 1);
    return end == start + 1 ? add(TokenKind.UNKNOWN, start, end) : add(kind, start, end);
  }

  private int takeIdentifier(int start) {
    int end = skipWord(start + 1);
    return add(TokenKind.ofIdentifier(text, start, end), start, end);
  }

  /** A number has no leading zero, so {@code 00} is two of them; anything else is one character. */
  private int takeOther(int start, char c) {
    if (c == '0') {
      return add(TokenKind.NUMBER, start, start + 1);
    }
    if (isDigit(c)) {
      int end = start + 1;
      while (isDigit(charAt(end))) {
        end++;
      }
      return add(TokenKind.NUMBER, start, end);
    }
    return add(TokenKind.UNKNOWN, start, start + Character.charCount(text.codePointAt(start)));
  }

  private int skipWord(int position) {
    int end = position;
    while (isWordCharacter(charAt(end))) {
      end++;
    }
    return end;
  }

  /** The character there; past the end one that belongs to no token. */
  private char charAt(int position) {
    return position < text.length() ? text.charAt(position) : ' ';
  }

  /** What names and placeholders consist of. */
  static boolean isWordCharacter(char c) {
    return isLetter(c) || isDigit(c) || c == '_';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private int add(TokenKind kind, int start, int end) {
    if (count == kinds.length) {
      kinds = Arrays.copyOf(kinds, count * 2);
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    kinds[count] = kind;
    starts[count] = start;
    ends[count] = end;
    count++;
    return end;
  }
}
