package dev.assay.cli.problem;

/**
 * The user asked for something that cannot be had. The message is one sentence that says what is
 * wrong and what to do about it; it is all that the user sees, never a stack trace.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private Refusal(int exitCode, String sentence) {
    super(sentence, null, false, false);
    this.exitCode = exitCode;
  }

  /** Something the user wrote is wrong ({@link ExitCode#USAGE}). */
  public static Refusal usage(String sentence) {
    return new Refusal(ExitCode.USAGE, sentence);
  }

  /** There is no usable DynamoDB endpoint there ({@link ExitCode#UNREACHABLE}). */
  public static Refusal unreachable(String sentence) {
    return new Refusal(ExitCode.UNREACHABLE, sentence);
  }

  /** What the process ends with. */
  public int exitCode() {
    return exitCode;
  }
}
