package dev.assay.engine.disk;

import dev.assay.engine.store.Attachment;
import dev.assay.engine.store.WriteMeta;
import dev.assay.engine.store.WriteStamp;
import dev.assay.engine.stream.StreamState;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.value.AttributeMap;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the log holds: each survives whole or not at all. */
sealed interface Document {
  /** When it was written, by the clock of the region that wrote it. */
  Instant time();

  /**
   * About how many bytes it takes in memory. Items remember their sizes: whoever asks for them
   * later does not have to count.
   */
  default long weigh() {
    return 1 << 10;
  }

  /**
   * Writes of one commit.
   *
   * @param meta of the first; the others differ in nothing but their stamps
   * @param changes in their order
   */
  record Writes(WriteMeta meta, @Nullable Attachment attachment, List<Change> changes)
      implements Document {
    @Override
    public Instant time() {
      return meta.time();
    }

    @Override
    public long weigh() {
      long bytes = 0;
      for (Change change : changes) {
        bytes += change.before == null ? 0 : change.before.sizeBytes();
        bytes += change.after == null ? 0 : change.after.sizeBytes();
      }
      return bytes;
    }

    /** How one of the changes came about. */
    WriteMeta meta(Change change) {
      return Objects.equals(change.stamp, meta.stamp())
          ? meta
          : new WriteMeta(meta.time(), meta.origin(), meta.transactionId(), change.stamp);
    }
  }

  /**
   * One write.
   *
   * @param table the number under which the log knows the table
   * @param position in the table's log; 0 for an item that the table already had when it was added
   * @param stamp by which replicas order it; null if the table is none
   */
  record Change(
      int table,
      long position,
      @Nullable AttributeMap before,
      @Nullable AttributeMap after,
      @Nullable WriteStamp stamp) {}

  /**
   * A table is there.
   *
   * @param filling whether its first items follow: it counts only once {@link Filled} has come
   */
  record Added(Instant time, int table, String region, TableDefinition definition, boolean filling)
      implements Document {}

  /** All first items of a table have come. */
  record Filled(Instant time, int table) implements Document {}

  /**
   * A table has another definition.
   *
   * @param revision counts the definitions of a table
   * @param intended what it will be when the change on its way is complete, or null
   */
  record Defined(
      Instant time,
      int table,
      long revision,
      TableDefinition definition,
      @Nullable TableDefinition intended)
      implements Document {}

  /** A table is gone. */
  record Removed(Instant time, int table) implements Document {}

  /** A document of the ledger is put. */
  record Put(Instant time, String kind, String id, byte[] content) implements Document {}

  /** A document of the ledger is removed. */
  record Dropped(Instant time, String kind, String id) implements Document {}

  /** A stream has other shards. */
  record Shape(Instant time, String region, StreamState state) implements Document {}

  /** An engine has read all that was there before, and goes on from there. */
  record Run(Instant time, long run) implements Document {}
}
