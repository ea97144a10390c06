package dev.assay.features.history;

/** A line that is no part of a history; the message names file line, field and value. */
public final class HistoryFormatException extends Exception {
  private static final long serialVersionUID = 1L;

  HistoryFormatException(int line, String problem) {
    super("line " + line + ": " + problem);
  }
}
