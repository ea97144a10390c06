package dev.assay.features.checker;

import dev.assay.features.history.History;

/** Judges one promise. A checker keeps nothing between two histories. */
public interface Checker {
  /** What the user types. */
  String name();

  /** The promise, in one sentence. */
  String about();

  /**
   * Judges. A history without anything that the promise is about is {@link Verdict.Unknown}, never
   * valid.
   */
  Verdict check(History history, CheckerOptions options);
}
