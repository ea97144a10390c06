package dev.assay.engine.auth;

/** A file of keys or a policy that cannot be understood: where the problem is and what it is. */
public final class AuthFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final String field;

  AuthFormatException(int line, String field, String problem) {
    super("line " + line + ": " + (field.isEmpty() ? "" : field + ": ") + problem);
    this.line = line;
    this.field = field;
  }

  /** The line of the document, from 1. */
  public int line() {
    return line;
  }

  /** The path of the field, such as {@code users[0].name}; empty for the document as a whole. */
  public String field() {
    return field;
  }
}
