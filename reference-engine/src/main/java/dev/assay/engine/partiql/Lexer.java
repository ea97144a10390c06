package dev.assay.engine.partiql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cuts a statement into tokens. Whitespace and comments separate them and are dropped. */
final class Lexer {
  private static final int END = -1;

  private final int[] source;
  private final List<Token> tokens = new ArrayList<>();
  private int position;
  private int line = 1;
  private int lineStart;
  private int parameters;

  private Lexer(String statement) {
    this.source = statement.codePoints().toArray();
  }

  /** All tokens of a statement, the last of which is {@link Token.Kind#END}. */
  static List<Token> tokenize(String statement) {
    return new Lexer(statement).tokenize();
  }

  private List<Token> tokenize() {
    while (true) {
      skipBlanks();
      int start = position;
      int next = peek(0);
      if (next == END) {
        add(Token.Kind.END, "", start);
        return tokens;
      }
      if (isNameStart(next)) {
        word(start);
      } else if (isDigit(next) || (next == '.' && isDigit(peek(1)))) {
        number(start);
      } else if (next == '\'') {
        add(Token.Kind.STRING, quoted('\''), start);
      } else if (next == '"') {
        add(Token.Kind.QUOTED_NAME, quoted('"'), start);
      } else if (next == '`') {
        add(Token.Kind.ION, IonType.of(quoted('`')), start);
      } else {
        symbol(start);
      }
    }
  }

  private int peek(int ahead) {
    return position + ahead < source.length ? source[position + ahead] : END;
  }

  private void skipBlanks() {
    while (true) {
      int next = peek(0);
      if (next == '-' && peek(1) == '-') {
        while (peek(0) != END && peek(0) != '\n' && peek(0) != '\r') {
          position++;
        }
      } else if (next == '/' && peek(1) == '*') {
        blockComment();
      } else if (next == '\n' || next == '\r') {
        newLine(next);
      } else if (next == ' ' || next == '\t' || next == '\f' || next == 0x0B) {
        position++;
      } else {
        return;
      }
    }
  }

  private void newLine(int first) {
    position += first == '\r' && peek(1) == '\n' ? 2 : 1;
    line++;
    lineStart = position;
  }

  private void blockComment() {
    position += 2;
    while (peek(0) != '*' || peek(1) != '/') {
      int next = peek(0);
      if (next == END) {
        throw Refusals.malformed("");
      } else if (next == '\n' || next == '\r') {
        newLine(next);
      } else {
        position++;
      }
    }
    position += 2;
  }

  private void word(int start) {
    while (isNameStart(peek(0)) || isDigit(peek(0))) {
      position++;
    }
    String text = new String(source, start, position - start);
    String lower = text.toLowerCase(Locale.ROOT);
    Token.Kind kind = Keywords.kindOf(lower);
    add(kind, kind == Token.Kind.NAME ? text : Keywords.canonical(lower), start);
    merge();
  }

  /** Makes one token of the last two if together they are one. */
  private void merge() {
    if (tokens.size() < 2) {
      return;
    }
    Token second = tokens.getLast();
    Token first = tokens.get(tokens.size() - 2);
    @Nullable String merged =
        isWord(first) && isWord(second) ? Keywords.merged(first.text(), second.text()) : null;
    if (merged != null) {
      tokens.removeLast();
      tokens.removeLast();
      boolean operator = merged.startsWith("not_") || merged.equals("is_not");
      tokens.add(
          new Token(
              operator ? Token.Kind.OPERATOR : Token.Kind.KEYWORD,
              merged,
              first.line(),
              first.column(),
              first.length()));
    }
  }

  private static boolean isWord(Token token) {
    return token.is(Token.Kind.KEYWORD) || token.is(Token.Kind.OPERATOR);
  }

  /** Digits, a point, an exponent; a number takes one point, and an exponent needs digits. */
  private void number(int start) {
    digits();
    if (peek(0) == '.') {
      position++;
      digits();
    }
    if (peek(0) == 'e' || peek(0) == 'E') {
      position++;
      if (peek(0) == '+' || peek(0) == '-') {
        position++;
      }
      if (!isDigit(peek(0))) {
        throw Refusals.malformed("");
      }
      digits();
    }
    String text = new String(source, start, position - start);
    if (!NumberLiterals.isReadable(text)) {
      throw Refusals.malformed("");
    }
    add(Token.Kind.NUMBER, text, start);
  }

  private void digits() {
    while (isDigit(peek(0))) {
      position++;
    }
  }

  /** What stands between quotes, of which a doubled one means itself. */
  private String quoted(int quote) {
    StringBuilder text = new StringBuilder();
    position++;
    while (true) {
      int next = peek(0);
      if (next == END) {
        throw Refusals.malformed("");
      }
      position++;
      if (next == quote) {
        if (quote == '`' || peek(0) != quote) {
          return text.toString();
        }
        position++;
      } else if (next == '\n' || next == '\r') {
        position--;
        text.appendCodePoint(next);
        if (next == '\r' && peek(1) == '\n') {
          text.append('\n');
        }
        newLine(next);
        continue;
      }
      text.appendCodePoint(next);
    }
  }

  private void symbol(int start) {
    int next = peek(0);
    int second = peek(1);
    String two = second == END ? "" : Character.toString(next) + Character.toString(second);
    switch (two) {
      case "<<" -> wide(Token.Kind.LEFT_BAG, two, start);
      case ">>" -> wide(Token.Kind.RIGHT_BAG, two, start);
      case "<=", ">=", "<>", "||" -> wide(Token.Kind.OPERATOR, two, start);
      case "!=" -> wide(Token.Kind.OPERATOR, "<>", start);
      default -> {
        position++;
        add(kindOf(next), Character.toString(next), start);
      }
    }
  }

  private void wide(Token.Kind kind, String text, int start) {
    position += 2;
    add(kind, text, start);
  }

  private static Token.Kind kindOf(int symbol) {
    return switch (symbol) {
      case '(' -> Token.Kind.LEFT_PAREN;
      case ')' -> Token.Kind.RIGHT_PAREN;
      case '[' -> Token.Kind.LEFT_BRACKET;
      case ']' -> Token.Kind.RIGHT_BRACKET;
      case '{' -> Token.Kind.LEFT_CURLY;
      case '}' -> Token.Kind.RIGHT_CURLY;
      case ':' -> Token.Kind.COLON;
      case ',' -> Token.Kind.COMMA;
      case '*' -> Token.Kind.STAR;
      case ';' -> Token.Kind.SEMICOLON;
      case '?' -> Token.Kind.PARAMETER;
      case '.' -> Token.Kind.DOT;
      case '+', '-', '/', '%', '<', '>', '=', '@', '~' -> Token.Kind.OPERATOR;
      default -> throw Refusals.malformed("");
    };
  }

  private void add(Token.Kind kind, String text, int start) {
    String meaning = kind == Token.Kind.PARAMETER ? Integer.toString(parameters++) : text;
    tokens.add(
        new Token(kind, meaning, line, Math.max(1, start - lineStart + 1), position - start));
  }

  private static boolean isNameStart(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
