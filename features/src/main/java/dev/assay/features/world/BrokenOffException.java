package dev.assay.features.world;

/** The run ends; the scenario is given up without a verdict. */
public final class BrokenOffException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenOffException() {
    super("the run was stopped");
  }
}
