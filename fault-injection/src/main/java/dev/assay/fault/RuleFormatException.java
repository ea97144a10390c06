package dev.assay.fault;

/**
 * A rule that breaks the vocabulary; the message is one sentence that begins with the offending
 * field.
 */
public final class RuleFormatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String problem;

  /**
   * @param field path of the field, as {@code fault.latency_ms}, or {@code rule} for the whole
   * @param problem the rest of the sentence: the rule broken and the offending value
   */
  public RuleFormatException(String field, String problem) {
    super(field + " " + problem);
    this.field = field;
    this.problem = problem;
  }

  /** The same complaint about a member of an array. */
  RuleFormatException in(String place) {
    return new RuleFormatException(place + "." + field, problem);
  }

  /** Path of the offending field. */
  public String field() {
    return field;
  }
}
