package dev.assay.features.history;

/** How an operation ended for the client. */
public sealed interface Outcome {
  /** Acknowledged: it took effect between invocation and completion. */
  record Ok(Seen seen) implements Outcome {}

  /**
   * Refused in a way that promises that nothing was done.
   *
   * @param error the service's error type
   * @param seen what the refusal showed, such as the item that a condition met
   */
  record Fail(String error, Seen seen) implements Outcome {}

  /**
   * The client heard of no success, but a proxy's journal shows that the store reported one. Only
   * in histories that were compared with a journal.
   *
   * @param error what the client was told instead
   */
  record Applied(String error) implements Outcome {}

  /** Nobody knows: it may have taken effect, may do so later, or never. {@code info} in files. */
  record Unknown(String error) implements Outcome {}
}
