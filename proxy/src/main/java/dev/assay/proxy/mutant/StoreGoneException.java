package dev.assay.proxy.mutant;

/** The store did not answer, or nobody waits for the answer any more; ends a mutant's work. */
public final class StoreGoneException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a reason in a few words. */
  public StoreGoneException(String reason) {
    super(reason);
  }
}
