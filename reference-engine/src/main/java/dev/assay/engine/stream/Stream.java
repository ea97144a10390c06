package dev.assay.engine.stream;

import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.LogEntry;
import dev.assay.engine.store.LogReader;
import dev.assay.engine.table.StreamViewType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One stream: a reader of a table's log that keeps what it reads for a day, for any number of
 * consumers, none of whom it knows.
 *
 * <pre>
 *   shard 1 (all hashes, closed) ─► shard 2 (closed) ─┬─► shard 3 (lower half, open)
 *                                                     └─► shard 4 (upper half, open)
 * </pre>
 *
 * Each item's records are in one open shard at a time, and a child's begin after its parent's end:
 * so the order of an item's records is that of its writes. Nothing runs in the background; whoever
 * looks first closes the shards that have reached their age and drops what is too old.
 */
public final class Stream implements LogReader {
  private final StreamName name;
  private final StreamViewType viewType;
  private final KeySchema key;
  private final Instant createdAt;
  private final StreamPolicy policy;
  private final Clock clock;
  private final RetentionBudget budget;
  private final StreamJournal journal;
  private final TreeMap<String, Shard> shards = new TreeMap<>();
  private List<Shard> open = List.of();

  /** When the first of the open shards reaches its age: until then a write has only to be kept. */
  private Instant nextRotation;

  private @Nullable Instant disabledAt;
  private long newest;
  private long opened;

  Stream(
      StreamName name,
      StreamViewType viewType,
      KeySchema key,
      StreamPolicy policy,
      Clock clock,
      RetentionBudget budget,
      StreamJournal journal) {
    this.name = name;
    this.viewType = viewType;
    this.key = key;
    this.createdAt = name.createdAt();
    this.policy = policy;
    this.clock = clock;
    this.budget = budget;
    this.journal = journal;
    List<Shard> first = new ArrayList<>();
    for (HashRange range : HashRange.divide(policy.openShards())) {
      first.add(openShard(null, range, createdAt));
    }
    this.open = List.copyOf(first);
    this.nextRotation = createdAt.plus(policy.rotateAfter());
  }

  /** A stream as it was, with its records. */
  Stream(
      StreamState state,
      StreamPolicy policy,
      Clock clock,
      RetentionBudget budget,
      StreamJournal journal) {
    this.name = state.name();
    this.viewType = state.viewType();
    this.key = state.key();
    this.createdAt = name.createdAt();
    this.policy = policy;
    this.clock = clock;
    this.budget = budget;
    this.journal = journal;
    this.nextRotation = Instant.MIN;
    for (StreamState.ShardState each : state.shards()) {
      each.records().forEach(budget::add);
      shards.put(each.id(), Shard.of(each));
    }
    take(state);
  }

  /** Takes over the shape that the stream had at this place of the log; its records stay. */
  synchronized void reshape(StreamState shape) {
    if (shape.newest() < newest) {
      // A snapshot that was taken later has brought it already.
      return;
    }
    java.util.Set<String> kept = new java.util.HashSet<>();
    for (StreamState.ShardState each : shape.shards()) {
      kept.add(each.id());
      Shard known = shards.get(each.id());
      if (known == null) {
        shards.put(each.id(), Shard.of(each));
      } else {
        known.reshape(each);
      }
    }
    shards.keySet().retainAll(kept);
    take(shape);
  }

  private void take(StreamState state) {
    disabledAt = state.disabledAt();
    newest = Math.max(newest, state.newest());
    opened = Math.max(opened, state.opened());
    open = shards.values().stream().filter(Shard::isOpen).toList();
    // Whatever comes next looks at the ages of the shards.
    nextRotation = Instant.MIN;
  }

  /**
   * All there is to the stream.
   *
   * @param withRecords false for its shape alone
   */
  synchronized StreamState state(boolean withRecords) {
    return new StreamState(
        name,
        viewType,
        key,
        disabledAt,
        newest,
        opened,
        shards.values().stream().map(shard -> shard.state(withRecords)).toList());
  }

  /** Looks at the shards' ages on behalf of a reader. */
  private void look(Instant now) {
    long before = opened;
    settle(now);
    if (opened != before) {
      journal.reshaped(state(false));
    }
  }

  public StreamName name() {
    return name;
  }

  public StreamViewType viewType() {
    return viewType;
  }

  /** The key schema of the table that it was enabled on. */
  public KeySchema key() {
    return key;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Whether it still gets records; of the steady states. */
  public synchronized StreamStatus status() {
    return disabledAt == null ? StreamStatus.ENABLED : StreamStatus.DISABLED;
  }

  /**
   * The state that is shown.
   *
   * @param begun before which the change that its table is in cannot have begun; null if its table
   *     is in none
   */
  public synchronized StreamStatus shown(@Nullable Instant begun) {
    Instant ended = disabledAt;
    if (ended != null) {
      return begun != null && ended.isAfter(begun) ? StreamStatus.DISABLING : StreamStatus.DISABLED;
    }
    return begun != null && createdAt.isAfter(begun) ? StreamStatus.ENABLING : StreamStatus.ENABLED;
  }

  @Override
  public synchronized void accept(LogEntry entry) {
    if (entry.changesNothing()) {
      return;
    }
    if (!entry.time().isBefore(nextRotation)) {
      settle(entry.time());
    }
    Shard shard = openShardOf(entry.key().hash());
    if (shard == null) {
      return;
    }
    StreamRecord record = StreamRecord.of(entry, next(entry.time()), key, viewType);
    shard.records().add(record);
    budget.add(record);
    while (budget.isExceeded() && trimOldest()) {
      // The stream that grows makes room.
    }
  }

  /**
   * Its shards in the order of their ids.
   *
   * @param afterId only shards after this one, or null for all
   * @param parentId only children of this shard, or null for all
   */
  public synchronized List<ShardView> shards(@Nullable String afterId, @Nullable String parentId) {
    look(clock.instant());
    return (afterId == null ? shards : shards.tailMap(afterId, false))
        .values().stream()
            .map(Shard::view)
            .filter(shard -> parentId == null || parentId.equals(shard.parentId()))
            .toList();
  }

  /** Finds where a consumer's reading of a shard starts. */
  public synchronized Start start(String shardId, StartingPoint point) {
    look(clock.instant());
    Shard shard = shards.get(shardId);
    if (shard == null) {
      return new Start.NoShard();
    }
    return switch (point) {
      case StartingPoint.TrimHorizon ignored -> new Start.Found(shard.horizon());
      case StartingPoint.Latest ignored -> new Start.Found(newest + 1);
      case StartingPoint.AtTime at ->
          new Start.Found(Math.max(shard.horizon(), SequenceNumber.earliest(at.time())));
      case StartingPoint.At at -> numbered(shard, at.position(), at.position());
      case StartingPoint.After after ->
          numbered(shard, after.position(), Math.max(after.position(), 0) + 1);
    };
  }

  private Start numbered(Shard shard, long named, long first) {
    if (!shard.covers(named, newest)) {
      return new Start.Outside();
    }
    return shard.hasTrimmed(named) ? new Start.Trimmed() : new Start.Found(first);
  }

  /**
   * Reads a shard from a position on.
   *
   * @param limit at most so many records
   * @param limitBytes at most so many bytes together, but one record in any case
   */
  public synchronized RecordPage read(String shardId, long position, int limit, int limitBytes) {
    look(clock.instant());
    Shard shard = shards.get(shardId);
    if (shard == null) {
      return new RecordPage.NoShard();
    }
    if (shard.hasTrimmed(position)) {
      return new RecordPage.Trimmed();
    }
    List<StreamRecord> records = shard.records().from(position, limit, limitBytes);
    long next = records.isEmpty() ? position : records.get(records.size() - 1).position() + 1;
    return new RecordPage.Records(records, next, !shard.isOpen() && !shard.records().reaches(next));
  }

  /**
   * Closes an open shard and opens two children, each for half of its hashes.
   *
   * @return false if there is no such shard or it is closed
   */
  public synchronized boolean split(String shardId) {
    Instant now = clock.instant();
    settle(now);
    Shard shard = shards.get(shardId);
    if (shard == null || !shard.isOpen()) {
      return false;
    }
    replace(shard, shard.range().halves(), now);
    journal.reshaped(state(false));
    return true;
  }

  /** Closes every open shard and opens a child for each. */
  public synchronized void rotate() {
    Instant now = clock.instant();
    settle(now);
    for (Shard shard : open) {
      replace(shard, List.of(shard.range()), now);
    }
    journal.reshaped(state(false));
  }

  /** Closes every shard; what they hold stays readable. */
  synchronized void disable() {
    Instant now = clock.instant();
    settle(now);
    open.forEach(shard -> shard.close(now, next(now)));
    open = List.of();
    disabledAt = now;
    journal.reshaped(state(false));
  }

  /** Drops what is too old to be read. */
  synchronized void trim() {
    look(clock.instant());
  }

  /**
   * Drops the oldest records, as if their time were over.
   *
   * @param keep how many of the newest stay
   * @return how many were dropped
   */
  public synchronized long trimAllBut(long keep) {
    settle(clock.instant());
    long excess = shards.values().stream().mapToLong(shard -> shard.records().size()).sum() - keep;
    long dropped = 0;
    while (dropped < excess && trimOldest()) {
      dropped++;
    }
    return dropped;
  }

  /** Whether it was disabled so long ago that nobody may read it any more. */
  synchronized boolean isGone() {
    return disabledAt != null && disabledAt.isBefore(clock.instant().minus(policy.retention()));
  }

  /** Gives back what its records take. */
  synchronized void discard() {
    while (trimOldest()) {
      // Until nothing is left.
    }
  }

  private void settle(Instant now) {
    for (Shard shard : open) {
      Shard current = shard;
      Instant due = current.openedAt().plus(policy.rotateAfter());
      while (!due.isAfter(now)) {
        current = replace(current, List.of(current.range()), due).get(0);
        due = due.plus(policy.rotateAfter());
      }
    }
    nextRotation =
        open.stream()
            .map(shard -> shard.openedAt().plus(policy.rotateAfter()))
            .min(Instant::compareTo)
            .orElse(Instant.MAX);
    Instant horizon = now.minus(policy.retention());
    shards.values().removeIf(shard -> hasNothingAfter(shard, horizon));
  }

  /** Trims a shard and says whether all of it is gone with that. */
  private boolean hasNothingAfter(Shard shard, Instant horizon) {
    StreamRecord oldest = shard.records().first();
    while (oldest != null && oldest.time().isBefore(horizon)) {
      budget.remove(shard.trimFirst());
      oldest = shard.records().first();
    }
    return shard.isSpent(horizon);
  }

  private boolean trimOldest() {
    for (Shard shard : shards.values()) {
      if (shard.records().size() > 0) {
        budget.remove(shard.trimFirst());
        return true;
      }
    }
    return false;
  }

  private List<Shard> replace(Shard parent, List<HashRange> ranges, Instant time) {
    parent.close(time, next(time));
    List<Shard> children = new ArrayList<>();
    for (HashRange range : ranges) {
      children.add(openShard(parent, range, time));
    }
    List<Shard> others = new ArrayList<>(open);
    others.remove(parent);
    others.addAll(children);
    open = List.copyOf(others);
    return children;
  }

  private Shard openShard(@Nullable Shard parent, HashRange range, Instant time) {
    long millis = Math.max(0, time.toEpochMilli());
    if (parent != null) {
      millis = Math.max(millis, parent.id().time() + 1);
    }
    ShardId id = ShardId.of(name.arn(), millis, opened++);
    Shard shard = new Shard(id, parent == null ? null : parent.id(), range, time, next(time));
    shards.put(id.text(), shard);
    return shard;
  }

  private @Nullable Shard openShardOf(long hash) {
    for (Shard shard : open) {
      if (shard.range().holds(hash)) {
        return shard;
      }
    }
    return null;
  }

  private long next(Instant time) {
    newest = Math.max(newest + 1, SequenceNumber.earliest(time));
    return newest;
  }
}
