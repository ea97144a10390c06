package dev.assay.engine.stream;

/**
 * Is told what becomes of a stream's shards when it does not follow from the log of the table: a
 * split, a shard that reached its age while somebody looked, the end of the stream.
 */
@FunctionalInterface
public interface StreamJournal {
  /** Keeps nothing. */
  StreamJournal NONE = shape -> {};

  /**
   * Called with the stream locked: must be quick and must not call back, nor fail.
   *
   * @param shape the stream without its records
   */
  void reshaped(StreamState shape);
}
