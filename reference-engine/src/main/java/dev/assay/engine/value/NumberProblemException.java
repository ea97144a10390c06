package dev.assay.engine.value;

/** Carries a {@link NumberProblem} to whoever knows how the current operation words it. */
public final class NumberProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final NumberProblem problem;

  public NumberProblemException(NumberProblem problem) {
    super(problem.text(), null, false, false);
    this.problem = problem;
  }

  public NumberProblem problem() {
    return problem;
  }
}
