package dev.assay.features.workload;

/** A workload cannot begin: one sentence says why. */
public final class WorkloadException extends Exception {
  private static final long serialVersionUID = 1L;

  WorkloadException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
