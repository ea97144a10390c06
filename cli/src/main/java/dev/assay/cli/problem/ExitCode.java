package dev.assay.cli.problem;

/** What the process ends with; scripts and CI branch on it. */
public final class ExitCode {
  /** Every scenario that ran passed, or the command did what it was asked. */
  public static final int OK = 0;

  /** The endpoint diverges from DynamoDB, or nobody could tell for some scenario. */
  public static final int DIVERGENCE = 1;

  /** The command line, or something it names, is wrong: nothing was certified. */
  public static final int USAGE = 2;

  /** Nothing that speaks DynamoDB and lets us in answers at the endpoint. */
  public static final int UNREACHABLE = 3;

  /** What happened does not tell whether a promise was kept, or judging it would take too long. */
  public static final int UNDECIDED = 4;

  /** A defect of Assay itself. */
  public static final int INTERNAL = 70;

  /** Ended by Ctrl-C, as shells report it: 128 and the signal's number. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
