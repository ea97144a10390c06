package dev.assay.features.notation;

/** The store did something else than the requirement says. */
public final class Divergence extends AssertionError {
  private static final long serialVersionUID = 1L;

  private final String expected;
  private final String actual;

  /**
   * @param message what differs, in one sentence
   * @param expected what was wanted, in full
   * @param actual what came, in full
   */
  public Divergence(String message, String expected, String actual) {
    super(message);
    this.expected = expected;
    this.actual = actual;
  }

  public String expected() {
    return expected;
  }

  public String actual() {
    return actual;
  }
}
