package dev.assay.features.result;

/** How a scenario ended. */
public enum Outcome {
  /** The store did what the requirement says. */
  PASS,
  /** The store did something else. */
  FAIL,
  /** The store declines the whole capability. */
  UNSUPPORTED,
  /** Nobody knows: no response, a deadline passed, or the scenario itself is broken. */
  ERROR
}
