package dev.assay.engine.partiql;

/**
 * One token, with its place in the statement as error messages print it.
 *
 * @param text what it stands for: a keyword or an operator in lower case, a name or a string
 *     without its quotes, a number as written
 * @param line counted from 1
 * @param column counted from 1, in code points
 * @param length in code points, quotes included
 */
record Token(Kind kind, String text, int line, int column, int length) {

  /** What a token is to the grammar. */
  enum Kind {
    NAME,
    QUOTED_NAME,
    KEYWORD,
    OPERATOR,
    STRING,
    NUMBER,
    BOOLEAN,
    NULL,
    MISSING,
    /** An Ion literal between backticks; the text is the name of its Ion type. */
    ION,
    PARAMETER,
    AS,
    AT,
    BY,
    ASC,
    DESC,
    STAR,
    DOT,
    COMMA,
    COLON,
    SEMICOLON,
    LEFT_PAREN,
    RIGHT_PAREN,
    LEFT_BRACKET,
    RIGHT_BRACKET,
    LEFT_CURLY,
    RIGHT_CURLY,
    LEFT_BAG,
    RIGHT_BAG,
    END
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  /** Whether this is the keyword or operator of this text. */
  boolean isWord(String word) {
    return (kind == Kind.KEYWORD || kind == Kind.OPERATOR) && text.equals(word);
  }

  boolean isName() {
    return kind == Kind.NAME || kind == Kind.QUOTED_NAME;
  }

  /** The end of an error message that names a place: {@code at 1:24:3}. */
  String place() {
    return "at " + line + ":" + column + ":" + length;
  }
}
