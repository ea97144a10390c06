package dev.assay.engine.stream;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One shard and its records. Guarded by the stream that it belongs to. */
final class Shard {
  /** Before any position: nothing has been trimmed yet. */
  private static final long NOTHING = -1;

  private final ShardId id;
  private final @Nullable ShardId parent;
  private final HashRange range;
  private final Instant openedAt;
  private final long start;
  private final RecordQueue records = new RecordQueue();
  private long trimmedUpTo = NOTHING;
  private @Nullable Instant closedAt;
  private long end;

  Shard(ShardId id, @Nullable ShardId parent, HashRange range, Instant openedAt, long start) {
    this.id = id;
    this.parent = parent;
    this.range = range;
    this.openedAt = openedAt;
    this.start = start;
  }

  /** A shard as it was. */
  static Shard of(StreamState.ShardState state) {
    ShardId parent =
        state.parentId() == null ? null : new ShardId(state.parentTime(), state.parentId());
    Shard shard =
        new Shard(
            new ShardId(state.idTime(), state.id()),
            parent,
            new HashRange(state.from(), state.to()),
            state.openedAt(),
            state.start());
    shard.reshape(state);
    state.records().forEach(shard.records::add);
    return shard;
  }

  /** Takes over whether it is closed, and what has been trimmed. */
  void reshape(StreamState.ShardState state) {
    closedAt = state.closedAt();
    end = state.end();
    trimmedUpTo = Math.max(trimmedUpTo, state.trimmedUpTo());
  }

  StreamState.ShardState state(boolean withRecords) {
    return new StreamState.ShardState(
        id.time(),
        id.text(),
        parent == null ? 0 : parent.time(),
        parent == null ? null : parent.text(),
        range.from(),
        range.to(),
        openedAt,
        start,
        trimmedUpTo,
        closedAt,
        end,
        withRecords ? records.all() : List.of());
  }

  ShardId id() {
    return id;
  }

  @Nullable ShardId parent() {
    return parent;
  }

  HashRange range() {
    return range;
  }

  Instant openedAt() {
    return openedAt;
  }

  RecordQueue records() {
    return records;
  }

  boolean isOpen() {
    return closedAt == null;
  }

  /** Lets no more records in; {@code last} is a position after those of all its records. */
  void close(Instant time, long last) {
    closedAt = time;
    end = last;
  }

  /** Drops the oldest record. */
  StreamRecord trimFirst() {
    StreamRecord oldest = records.first();
    if (oldest == null) {
      throw new IllegalStateException("nothing to trim in " + id);
    }
    records.removeFirst();
    trimmedUpTo = oldest.position();
    return oldest;
  }

  /** Whether its records can no longer be read, nor any come. */
  boolean isSpent(Instant horizon) {
    return closedAt != null && closedAt.isBefore(horizon) && records.size() == 0;
  }

  /** Whether a record at this position or after it has been trimmed. */
  boolean hasTrimmed(long position) {
    return trimmedUpTo >= position;
  }

  /** Where to start to read all that is left. */
  long horizon() {
    return trimmedUpTo == NOTHING ? start : trimmedUpTo + 1;
  }

  /** Whether a position lies within what the shard has held so far. */
  boolean covers(long position, long newest) {
    return position >= start && position <= (isOpen() ? newest : end);
  }

  ShardView view() {
    return new ShardView(
        id.text(),
        parent == null ? null : parent.text(),
        SequenceNumber.of(start),
        isOpen() ? null : SequenceNumber.of(end));
  }
}
