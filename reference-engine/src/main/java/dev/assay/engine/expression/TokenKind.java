package dev.assay.engine.expression;

/** What the lexer tells apart. All kinds of expression share one lexer, so share keywords too. */
enum TokenKind {
  NAME,
  /** A placeholder for a name, {@code #x}. */
  NAME_ALIAS,
  /** A placeholder for a value, {@code :x}. */
  VALUE_ALIAS,
  NUMBER,
  EQUAL,
  NOT_EQUAL,
  LESS,
  LESS_OR_EQUAL,
  GREATER,
  GREATER_OR_EQUAL,
  PLUS,
  MINUS,
  COMMA,
  DOT,
  LEFT_PAREN,
  RIGHT_PAREN,
  LEFT_BRACKET,
  RIGHT_BRACKET,
  AND,
  OR,
  NOT,
  BETWEEN,
  IN,
  SET,
  ADD,
  REMOVE,
  DELETE,
  /** A character that no token starts with; the parser meets it as a syntax error. */
  UNKNOWN,
  END;

  /** The kind of an identifier: a keyword, in whatever case, or a name. */
  static TokenKind ofIdentifier(String text, int start, int end) {
    return switch (end - start) {
      case 2 -> is(text, start, "or") ? OR : is(text, start, "in") ? IN : NAME;
      case 3 ->
          is(text, start, "and")
              ? AND
              : is(text, start, "not")
                  ? NOT
                  : is(text, start, "set") ? SET : is(text, start, "add") ? ADD : NAME;
      case 6 -> is(text, start, "remove") ? REMOVE : is(text, start, "delete") ? DELETE : NAME;
      case 7 -> is(text, start, "between") ? BETWEEN : NAME;
      default -> NAME;
    };
  }

  private static boolean is(String text, int start, String keyword) {
    return text.regionMatches(true, start, keyword, 0, keyword.length());
  }
}
