package dev.assay.engine.stream;

import java.util.List;

/** What one read of a shard gives. */
public sealed interface RecordPage {

  /**
   * Records, maybe none.
   *
   * @param next the position to read on from
   * @param atEnd whether the shard is closed and nothing comes after these records
   */
  record Records(List<StreamRecord> records, long next, boolean atEnd) implements RecordPage {}

  /** Records at the position asked for are gone. */
  record Trimmed() implements RecordPage {}

  /** The stream has no such shard, or no longer. */
  record NoShard() implements RecordPage {}
}
