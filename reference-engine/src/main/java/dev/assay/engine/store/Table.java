package dev.assay.engine.store;

import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.VectorIndex;
import dev.assay.engine.value.AttributeMap;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * One table: its definition and its items.
 *
 * <p>Reads need no lock: each item is an immutable map and is seen whole. A write holds {@link
 * #lock()} from reading the item as it is to {@link #append}; a transaction holds the locks of all
 * its tables, in the order of their names.
 */
public final class Table {
  private final ReentrantLock lock = new ReentrantLock();
  private final ConcurrentSkipListMap<EntryKey, AttributeMap> items = new ConcurrentSkipListMap<>();
  private final List<LogReader> readers = new CopyOnWriteArrayList<>();
  private final LongAdder itemCount = new LongAdder();
  private final LongAdder sizeBytes = new LongAdder();
  private volatile TableDefinition definition;
  private volatile @Nullable TableDefinition intended;
  private volatile List<TableObserver> observers = List.of();
  private volatile Map<String, IndexData> indexes;
  private volatile Map<String, VectorData> vectors = Map.of();
  private volatile CommitLog commitLog = CommitLog.NONE;
  private final Versions<AttributeMap> versions = new Versions<>();
  private volatile @Nullable Zones zones;
  private volatile @Nullable Replication replication;
  private volatile Map<EntryKey, WriteStamp> stamps = Map.of();
  private long lastIndex;

  public Table(TableDefinition definition) {
    this.definition = definition;
    Map<String, IndexData> data = new LinkedHashMap<>();
    for (SecondaryIndex index : definition.indexes()) {
      data.put(index.name(), new IndexData(index, definition.key()));
    }
    this.indexes = data;
    this.vectors = vectorsOf(definition);
  }

  public TableDefinition definition() {
    return definition;
  }

  /** What the table will be when the change that is on its way is complete, or null. */
  public @Nullable TableDefinition intended() {
    return intended;
  }

  /**
   * Replaces the definition, and the vector indexes with it: a new one is filled at once. Other
   * indexes are added and removed with their own methods.
   */
  public void redefine(TableDefinition newDefinition) {
    redefine(newDefinition, intended);
  }

  /**
   * Replaces the definition while a change is on its way.
   *
   * @param newIntended what the table will be when the change is complete, which must happen even
   *     if the process ends before; null if none is on its way
   */
  public void redefine(TableDefinition newDefinition, @Nullable TableDefinition newIntended) {
    lock.lock();
    try {
      TableDefinition before = definition;
      commitLog.redefining(this, newDefinition, newIntended);
      vectors = vectorsOf(newDefinition);
      definition = newDefinition;
      intended = newIntended;
      observers.forEach(observer -> observer.redefined(this, before));
    } finally {
      lock.unlock();
    }
  }

  /** Has observers told of this table, beginning with its being there, and its writes committed. */
  void observe(List<TableObserver> newObservers, CommitLog newCommitLog) {
    observers = newObservers;
    commitLog = newCommitLog;
    observers.forEach(observer -> observer.added(this));
  }

  private Map<String, VectorData> vectorsOf(TableDefinition newDefinition) {
    if (newDefinition.vectorIndexes().isEmpty()) {
      return Map.of();
    }
    Map<String, VectorData> data = new LinkedHashMap<>();
    for (VectorIndex index : newDefinition.vectorIndexes()) {
      VectorData held = vectors.get(index.name());
      if (held == null || !held.belongsTo(index)) {
        VectorData fresh = new VectorData(index, newDefinition.key());
        items.forEach(fresh::accept);
        held = fresh;
      }
      data.put(index.name(), held);
    }
    return data;
  }

  public ReentrantLock lock() {
    return lock;
  }

  /** Makes the table a replica, or an ordinary table again. The caller holds the lock. */
  public void replicate(@Nullable Replication newReplication) {
    replication = newReplication;
    if (newReplication == null) {
      stamps = Map.of();
    }
  }

  /** What it has to heed as a replica; null if it is none. */
  public @Nullable Replication replication() {
    return replication;
  }

  /**
   * Does a client's write of one item, from reading the item to {@link #append}, while no other
   * write can happen.
   */
  public <T> T writing(EntryKey key, Supplier<T> work) {
    while (true) {
      Replication announced = replication;
      if (announced != null) {
        announced.enter(key);
      }
      try {
        lock.lock();
        try {
          if (isStill(announced)) {
            if (announced != null) {
              announced.beforeWrite();
            }
            requireWritable(key);
            return work.get();
          }
          // It has become a replica meanwhile, or is none any more: once more, as that.
        } finally {
          lock.unlock();
        }
      } finally {
        if (announced != null) {
          announced.leave(key);
        }
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // The very one that was announced to, not one like it.
  private boolean isStill(@Nullable Replication announced) {
    return announced == replication;
  }

  /** Makes it fit for a strongly consistent read, or refuses. Called without the lock. */
  public void beforeStrongRead() {
    Replication current = replication;
    if (current != null) {
      current.beforeStrongRead();
    }
  }

  /** Refuses to take part in a transaction, if it does not. */
  public void beforeTransaction() {
    Replication current = replication;
    if (current != null) {
      current.beforeTransaction();
    }
  }

  /**
   * The stamp of an item's last write, also of its deletion.
   *
   * @return null if there is no item, and no deletion that replicas still have to remember
   */
  public @Nullable WriteStamp stampOf(EntryKey key) {
    WriteStamp stamp = stamps.get(key);
    return stamp == null && items.containsKey(key) ? WriteStamp.BASELINE : stamp;
  }

  /**
   * The stamps of all writes that a replica remembers, of items and of deletions; those that are
   * missing are {@link WriteStamp#BASELINE}. A snapshot of a replica needs them.
   */
  public Map<EntryKey, WriteStamp> stamps() {
    return Collections.unmodifiableMap(stamps);
  }

  /** Remembers a stamp, as of a deletion of what is not here. The caller holds the lock. */
  public void stamp(EntryKey key, WriteStamp stamp) {
    if (stamps.isEmpty()) {
      stamps = new ConcurrentHashMap<>();
    }
    stamps.put(key, stamp);
  }

  /** Forgets the deletion of an item. The caller holds the lock. */
  public void forgetDeletion(EntryKey key) {
    if (!items.containsKey(key) && !stamps.isEmpty()) {
      stamps.remove(key);
    }
  }

  /** Places the table's partitions in zones, once and for all. */
  public void place(Zones newZones) {
    zones = newZones;
  }

  /**
   * Refuses a write of a key whose partition cannot take one now. The caller holds the lock.
   *
   * @throws dev.assay.engine.error.ServiceException InternalServerError
   */
  public void requireWritable(EntryKey key) {
    Zones current = zones;
    if (current != null) {
      current.beforeWrite(key);
    }
  }

  /**
   * The time at which a write of a key happens, by the clock of the zone that leads its partition.
   *
   * @param otherwise the region's clock, which it is as long as no clock is wrong
   */
  public Instant timeAt(EntryKey key, Clock otherwise) {
    Zones current = zones;
    Instant skewed = current == null ? null : current.timeAt(key);
    return skewed == null ? otherwise.instant() : skewed;
  }

  /** Whether {@link #timeAt} may tell another time of each key. */
  public boolean hasOwnClocks() {
    Zones current = zones;
    return current != null && current.hasOwnClocks();
  }

  /**
   * Reads one item as a client does.
   *
   * @param consistent whether the leader is read, and not any replica
   * @throws dev.assay.engine.error.ServiceException if it cannot be read so now
   */
  public @Nullable AttributeMap read(EntryKey key, boolean consistent) {
    Zones current = zones;
    if (current == null || current.isPlain()) {
      return items.get(key);
    }
    long position = current.view(consistent, key.hash(), key.hash()).position(key.hash());
    return versions.at(key, items.get(key), position);
  }

  /** Items in the order of a scan, as one client's read sees them. */
  public Entries entries(boolean consistent) {
    return entries(items, versions, consistent);
  }

  /**
   * The entries of an index in its order, as one client's read sees them.
   *
   * @param consistent only for a local index
   */
  public Entries entries(IndexData index, boolean consistent) {
    Zones current = zones;
    if (current == null || current.isPlain()) {
      return Entries.of(index.entries());
    }
    if (!index.isGlobal()) {
      return entries(index.entries(), index.versions(), consistent);
    }
    return (low, high, forward) -> {
      Zones.View view = current.indexView();
      return index
          .versions()
          .between(index.entries(), low, high, forward, key -> view.position(tableHash(key)));
    };
  }

  /** The entries of a vector index as one search sees them, in no order. */
  public Collection<VectorEntry> entries(VectorData index) {
    Zones current = zones;
    if (current == null || current.isPlain()) {
      return index.entries();
    }
    Zones.View view = current.indexView();
    return index.entriesAt(key -> view.position(key.hash()));
  }

  private Entries entries(
      ConcurrentSkipListMap<EntryKey, AttributeMap> held,
      Versions<AttributeMap> replaced,
      boolean consistent) {
    Zones current = zones;
    if (current == null || current.isPlain()) {
      return Entries.of(held);
    }
    return (low, high, forward) -> {
      Zones.View view =
          current.view(consistent, low == null ? 0 : low.hash(), high == null ? -1 : high.hash());
      return replaced.between(held, low, high, forward, key -> view.position(key.hash()));
    };
  }

  private static ToLongFunction<EntryKey> slowest(Zones zones) {
    return key -> zones.slowest(key.hash());
  }

  private static ToLongFunction<EntryKey> slowestIndex(Zones zones) {
    return key -> zones.slowestIndex(tableHash(key));
  }

  private static long tableHash(EntryKey indexKey) {
    EntryKey tableKey = indexKey.tableKey();
    return tableKey == null ? indexKey.hash() : tableKey.hash();
  }

  /** Forgets what entries replaced: every reader has seen all of them. */
  public void forgetVersions() {
    versions.clear();
    indexes.values().forEach(index -> index.versions().clear());
    vectors.values().forEach(index -> index.versions().clear());
  }

  /** Adds a reader that sees every entry from the next one on. */
  public void addReader(LogReader reader) {
    readers.add(reader);
  }

  /**
   * Removes a reader.
   *
   * @return false if it was none of this table's
   */
  public boolean removeReader(LogReader reader) {
    return readers.remove(reader);
  }

  public @Nullable AttributeMap find(EntryKey key) {
    return items.get(key);
  }

  /** Items in the order of a scan. Reading needs no lock. */
  public ConcurrentSkipListMap<EntryKey, AttributeMap> items() {
    return items;
  }

  public Optional<IndexData> index(String name) {
    return Optional.ofNullable(indexes.get(name));
  }

  public Optional<VectorData> vectors(String indexName) {
    return Optional.ofNullable(vectors.get(indexName));
  }

  public long itemCount() {
    return itemCount.sum();
  }

  public long sizeBytes() {
    return sizeBytes.sum();
  }

  /**
   * Accepts one write, alone. The caller holds {@link #lock()}.
   *
   * @param before the item as it is, which the caller has read under the same lock
   * @param after the item to be, or null to delete it
   */
  public Write append(
      EntryKey key, @Nullable AttributeMap before, @Nullable AttributeMap after, WriteMeta meta) {
    if (before == null && after == null) {
      return Write.NOTHING;
    }
    LogEntry entry = next(0, key, before, after, meta);
    commitLog.commit(List.of(new Committed(this, entry)));
    return apply(entry);
  }

  /**
   * The entry that a write makes. It takes its position when it is applied: one that is refused
   * leaves no gap.
   *
   * @param earlier how many entries of this table the same commit has before it
   */
  LogEntry next(
      int earlier,
      EntryKey key,
      @Nullable AttributeMap before,
      @Nullable AttributeMap after,
      WriteMeta meta) {
    return new LogEntry(lastIndex + 1 + earlier, key, before, after, stamped(key, meta));
  }

  private WriteMeta stamped(EntryKey key, WriteMeta meta) {
    Replication current = replication;
    return current == null || meta.stamp() != null
        ? meta
        : meta.withStamp(current.stamp(meta.time(), stampOf(key)));
  }

  /** The position of the latest entry, 0 if there was none yet. The caller holds the lock. */
  public long position() {
    return lastIndex;
  }

  CommitLog commitLog() {
    return commitLog;
  }

  /** Takes an entry that is committed into every view that is kept with the log. */
  Write apply(LogEntry entry) {
    lastIndex = entry.index();
    AttributeMap before = entry.before();
    AttributeMap after = entry.after();
    stampBy(entry);
    Zones placed = zones;
    if (placed != null && placed.keepsVersions()) {
      keepReplaced(entry, placed);
    }
    List<IndexChange> changes = show(entry.key(), before, after);
    for (LogReader reader : readers) {
      reader.accept(entry);
    }
    long billedBytes = Math.max(billedBytes(before), billedBytes(after));
    return new Write(before, after, changes, acceptVectors(entry.key(), after), billedBytes);
  }

  private void stampBy(LogEntry entry) {
    WriteStamp stamp = entry.meta().stamp();
    if (stamp != null) {
      stamp(entry.key(), stamp);
    }
  }

  /** Keeps what an entry is about to replace, for replicas and indexes that are behind. */
  private void keepReplaced(LogEntry entry, Zones placed) {
    versions.replaced(entry.key(), entry.index(), entry.before(), slowest(placed));
    for (IndexData index : indexes.values()) {
      index.keep(entry, index.isGlobal() ? slowestIndex(placed) : slowest(placed));
    }
    for (VectorData index : vectors.values()) {
      index.keep(entry, key -> placed.slowestIndex(key.hash()));
    }
  }

  private List<IndexChange> show(
      EntryKey key, @Nullable AttributeMap before, @Nullable AttributeMap after) {
    if (after == null) {
      items.remove(key);
    } else {
      items.put(key, after);
    }
    if (before == null) {
      itemCount.increment();
    } else if (after == null) {
      itemCount.decrement();
    }
    sizeBytes.add(
        (after == null ? 0 : after.sizeBytes()) - (before == null ? 0 : before.sizeBytes()));
    List<IndexChange> changes = List.of();
    Map<String, IndexData> indexed = indexes;
    if (!indexed.isEmpty()) {
      changes = new ArrayList<>(indexed.size());
      for (IndexData index : indexed.values()) {
        changes.add(index.accept(key, before, after));
      }
    }
    return changes;
  }

  /**
   * Takes in an item that a snapshot holds, without an entry. Only for a table that nobody uses
   * yet.
   */
  public void load(EntryKey key, AttributeMap item) {
    show(key, items.get(key), item);
    acceptVectors(key, item);
  }

  /** Says which entries the loaded items hold already. Only for a table that nobody uses yet. */
  public void loadedUpTo(long position) {
    lastIndex = position;
  }

  /**
   * Takes in again what is committed already, unless it has been. Only for a table that nobody uses
   * yet: its items may be ahead of its log, since they were copied while it was written to.
   */
  public void replay(LogEntry entry) {
    if (entry.index() <= lastIndex) {
      return;
    }
    lastIndex = entry.index();
    stampBy(entry);
    AttributeMap before = items.get(entry.key());
    if (before != null || entry.after() != null) {
      show(entry.key(), before, entry.after());
      acceptVectors(entry.key(), entry.after());
    }
    readers.forEach(reader -> reader.accept(entry));
  }

  /** Redefines a table that nobody uses yet, and adds and removes indexes to match. */
  public void replay(TableDefinition newDefinition, @Nullable TableDefinition newIntended) {
    Set<String> wanted = new HashSet<>();
    for (SecondaryIndex index : newDefinition.indexes()) {
      wanted.add(index.name());
      if (!indexes.containsKey(index.name())) {
        addIndex(index);
        backfill(index.name());
      }
    }
    List.copyOf(indexes.keySet()).stream()
        .filter(name -> !wanted.contains(name))
        .forEach(this::removeIndex);
    redefine(newDefinition, newIntended);
  }

  private List<VectorChange> acceptVectors(EntryKey key, @Nullable AttributeMap after) {
    Map<String, VectorData> current = vectors;
    if (current.isEmpty()) {
      return List.of();
    }
    List<VectorChange> changes = new ArrayList<>(current.size());
    for (VectorData index : current.values()) {
      changes.add(index.accept(key, after));
    }
    return changes;
  }

  /** The size of an item, with each indexed vector as it is billed (fact 186). */
  private long billedBytes(@Nullable AttributeMap item) {
    if (item == null) {
      return 0;
    }
    long bytes = item.sizeBytes();
    Set<String> attributes = new HashSet<>();
    for (VectorData index : vectors.values()) {
      if (attributes.add(index.attribute())) {
        bytes -= index.savedBytes(item);
      }
    }
    return bytes;
  }

  /** Adds an empty index that takes in every write from now on; {@link #backfill} fills it. */
  public void addIndex(SecondaryIndex index) {
    Map<String, IndexData> more = new LinkedHashMap<>(indexes);
    more.put(index.name(), new IndexData(index, definition.key()));
    indexes = more;
  }

  public void removeIndex(String name) {
    Map<String, IndexData> fewer = new LinkedHashMap<>(indexes);
    fewer.remove(name);
    indexes = fewer;
  }

  /** Takes every item that was there before the index into it. The caller holds the lock. */
  public void backfill(String indexName) {
    IndexData index = indexes.get(indexName);
    if (index != null) {
      items.forEach((key, item) -> index.accept(key, null, item));
    }
  }
}
