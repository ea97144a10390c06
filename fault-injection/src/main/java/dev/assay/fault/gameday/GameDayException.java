package dev.assay.fault.gameday;

/** A game day's file that cannot be used; the message is one sentence with its line and field. */
public final class GameDayException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int line;
  private final String field;

  /**
   * @param line from 1; 0 if the file as a whole is meant
   * @param field path of the field, such as {@code method[2].lever}; empty for the whole
   * @param problem the rest of the sentence: the rule broken and the offending value
   */
  public GameDayException(int line, String field, String problem) {
    super((line > 0 ? "line " + line + ": " : "") + (field.isEmpty() ? "" : field + " ") + problem);
    this.line = line;
    this.field = field;
  }

  public int line() {
    return line;
  }

  public String field() {
    return field;
  }
}
