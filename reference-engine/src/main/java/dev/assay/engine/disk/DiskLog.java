package dev.assay.engine.disk;

import dev.assay.engine.api.Region;
import dev.assay.engine.durable.Ledger;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.store.Attachment;
import dev.assay.engine.store.CommitLog;
import dev.assay.engine.store.Committed;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.WriteMeta;
import dev.assay.engine.store.WriteStamp;
import dev.assay.engine.stream.StreamJournal;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.value.AttributeMap;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The log of everything that an engine accepts, on disk. Its lock is held for one append only, and
 * whoever holds it takes no other.
 */
final class DiskLog implements Ledger {
  /** How long documents of commits are kept: tokens are known for ten minutes. */
  private static final Duration ATTACHMENTS = Duration.ofMinutes(15);

  private static final int KEPT_BUFFER_BYTES = 1 << 20;
  private static final int FILLING_BYTES = 1 << 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final Object syncing = new Object();
  private final ThreadLocal<Output> buffers = ThreadLocal.withInitial(Output::new);
  private final NavigableMap<Integer, Registered> tables = new ConcurrentSkipListMap<>();
  private final ConcurrentMap<Table, Registered> numbers = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Place> places = new ConcurrentHashMap<>();
  private final NavigableMap<String, NavigableMap<String, byte[]>> ledger = new TreeMap<>();
  private final ConcurrentLinkedDeque<SnapshotBlock.Kept> attachments =
      new ConcurrentLinkedDeque<>();
  private final Clock clock;
  private final Consumer<String> notices;
  private final String folder;
  private volatile @Nullable LogWriter writer;
  private volatile Runnable due = () -> {};
  private volatile long dueAt = Long.MAX_VALUE;
  private final Object timing = new Object();
  private volatile Instant newest = Instant.MIN;
  private volatile long last;
  private volatile long written;
  private volatile @Nullable String broken;
  private int lastTable;
  private boolean refusing;
  private volatile boolean closed;

  /** A region whose tables are in the log. */
  record Place(Region region) {}

  /**
   * A log that is being read back: nothing can be appended yet.
   *
   * @param folder as operators know it
   */
  DiskLog(Clock clock, String folder, Consumer<String> notices) {
    this.clock = clock;
    this.folder = folder;
    this.notices = notices;
  }

  /** All has been read back: from now on the log grows. */
  void begin(Recovery recovered, LogWriter newWriter) {
    lastTable = recovered.lastTable();
    ledger.putAll(recovered.ledger());
    attachments.addAll(recovered.attachments());
    written(recovered.newest());
    recovered
        .tables()
        .forEach(
            (number, known) -> {
              tables.put(number, known);
              numbers.put(known.table, known);
            });
    last = newWriter.next() - 1;
    writer = newWriter;
  }

  /** Has something done, once, when so much has been written. */
  void whenWritten(long bytes, Runnable then) {
    due = then;
    dueAt = bytes;
  }

  /** A region's part of the log. */
  CommitLog commitLog(String region) {
    return new RegionLog(region);
  }

  /** Has the region's streams written into snapshots. */
  void follow(Region region) {
    places.putIfAbsent(region.name(), new Place(region));
  }

  Collection<Place> places() {
    return places.values();
  }

  Collection<Registered> tables() {
    return List.copyOf(tables.values());
  }

  int lastTable() {
    lock.lock();
    try {
      return lastTable;
    } finally {
      lock.unlock();
    }
  }

  /** The number of the last frame. */
  long last() {
    return last;
  }

  /** Bytes of all documents of this run. */
  long written() {
    return written;
  }

  /** What time it is, but never before anything that has been written: clocks are set back. */
  Instant newest() {
    Instant now = clock.instant();
    Instant written = newest;
    return now.isAfter(written) ? now : written;
  }

  private void written(Instant time) {
    synchronized (timing) {
      newest = time.isAfter(newest) ? time : newest;
    }
  }

  /** Keeps what becomes of the streams of a region. */
  StreamJournal journal(String region) {
    return shape -> {
      if (writer == null) {
        // What is read back is there already.
        return;
      }
      try {
        append(new Document.Shape(clock.instant(), region, shape));
      } catch (ServiceException notKept) {
        // Its shards will be cut anew from the times of their records.
      }
    };
  }

  /** Notes that a run begins. */
  void run(long number) {
    append(new Document.Run(clock.instant(), number));
  }

  private void append(Document document) {
    Output out = buffers.get();
    out.clear();
    DocumentCodec.write(document, out);
    append(out);
  }

  private void append(Output out) {
    LogWriter open = writer;
    if (open == null) {
      throw new IllegalStateException("the log is still being read back");
    }
    lock.lock();
    try {
      if (broken != null || closed) {
        throw refusal();
      }
      last = open.append(out.array(), out.size());
      written = open.written();
      if (refusing) {
        refusing = false;
        notices.accept("there is room for data in " + folder + " again: writes are accepted");
      }
    } catch (IOException e) {
      refuse(e.getMessage());
      throw refusal();
    } catch (ServiceException refusal) {
      throw refusal;
    } catch (RuntimeException e) {
      open.abandon();
      refuse(e.toString());
      throw refusal();
    } catch (InternalError fault) {
      // The disk failed below memory that was mapped: what is in the file is anybody's guess.
      broke(fault.toString());
      throw refusal();
    } finally {
      lock.unlock();
      if (out.size() > KEPT_BUFFER_BYTES) {
        buffers.remove();
      }
    }
    if (written >= dueAt) {
      dueAt = Long.MAX_VALUE;
      due.run();
    }
  }

  private void refuse(@Nullable String reason) {
    if (!refusing) {
      refusing = true;
      notices.accept(
          "writes are refused, because the log in " + folder + " cannot grow: " + reason);
    }
  }

  /** Nothing can be written any more until the engine is started again. */
  void broke(String reason) {
    if (broken == null) {
      broken = reason;
      notices.accept(
          "writes are refused until the engine is started again, because the log in "
              + folder
              + " failed: "
              + reason);
    }
  }

  private static ServiceException refusal() {
    return new ServiceException(
        ErrorType.INTERNAL_SERVER_ERROR,
        "The request processing has failed because of an unknown error, exception or failure.");
  }

  /**
   * Waits until all that has been appended is on the disk.
   *
   * @return the number of the last frame that is
   */
  long sync() throws IOException {
    LogWriter open = writer;
    if (open == null) {
      return last;
    }
    LogWriter.Unsynced unsynced;
    // One after the other: whoever comes second must not tell of files that the first still syncs.
    synchronized (syncing) {
      lock.lock();
      try {
        unsynced = open.unsynced();
      } finally {
        lock.unlock();
      }
      unsynced.sync();
    }
    return unsynced.upTo();
  }

  private int numberOf(Table table) {
    return known(table).number;
  }

  private Registered known(Table table) {
    Registered known = numbers.get(table);
    if (known == null) {
      throw new IllegalStateException(table.definition().name() + " is not in the log");
    }
    return known;
  }

  @Override
  public void put(String kind, String id, byte[] document) {
    byte[] copy = document.clone();
    append(new Document.Put(clock.instant(), kind, id, copy));
    synchronized (ledger) {
      ledger.computeIfAbsent(kind, k -> new TreeMap<>()).put(id, copy);
    }
  }

  @Override
  public void remove(String kind, String id) {
    append(new Document.Dropped(clock.instant(), kind, id));
    synchronized (ledger) {
      NavigableMap<String, byte[]> documents = ledger.get(kind);
      if (documents != null) {
        documents.remove(id);
      }
    }
  }

  @Override
  public Map<String, byte[]> all(String kind) {
    synchronized (ledger) {
      NavigableMap<String, byte[]> documents = ledger.get(kind);
      return documents == null
          ? Map.of()
          : Collections.unmodifiableNavigableMap(new TreeMap<>(documents));
    }
  }

  /** Documents that were committed with writes of late, the oldest first. */
  List<SnapshotBlock.Kept> attachments() {
    return List.copyOf(attachments);
  }

  /** All documents, put or committed, that a snapshot must hold. */
  List<SnapshotBlock.Kept> kept() {
    List<SnapshotBlock.Kept> all = new ArrayList<>(attachments);
    synchronized (ledger) {
      ledger.forEach(
          (kind, documents) ->
              documents.forEach(
                  (id, content) ->
                      all.add(new SnapshotBlock.Kept(false, Instant.EPOCH, kind, id, content))));
    }
    return all;
  }

  private void keep(Instant time, Attachment attachment) {
    attachments.addLast(
        new SnapshotBlock.Kept(
            true, time, attachment.kind(), attachment.id(), attachment.document()));
    Instant horizon = time.minus(ATTACHMENTS);
    SnapshotBlock.Kept oldest = attachments.peekFirst();
    while (oldest != null && oldest.time().isBefore(horizon)) {
      attachments.remove(oldest);
      oldest = attachments.peekFirst();
    }
  }

  /** Nothing is appended any more. */
  void close() {
    LogWriter open = writer;
    lock.lock();
    try {
      closed = true;
      if (open != null) {
        open.close();
      }
    } finally {
      lock.unlock();
    }
  }

  private final class RegionLog implements CommitLog {
    private final String region;

    private RegionLog(String region) {
      this.region = region;
    }

    @Override
    public void commit(List<Committed> entries) {
      commit(entries, null);
    }

    @Override
    public void commit(List<Committed> entries, @Nullable Attachment attachment) {
      Output out = buffers.get();
      out.clear();
      DocumentCodec.writes(entries, attachment, DiskLog.this::numberOf, out);
      Instant time = entries.getFirst().entry().time();
      // Before anybody can see them: a snapshot with one of them must be of no earlier time.
      written(time);
      append(out);
      for (Committed committed : entries) {
        known(committed.table()).written(time);
      }
      if (attachment != null) {
        keep(entries.getFirst().entry().time(), attachment);
      }
    }

    @Override
    public void adding(Table table) {
      if (numbers.containsKey(table)) {
        return;
      }
      Registered known = register(table);
      try {
        boolean filled = !table.items().isEmpty();
        append(new Document.Added(now(), known.number, region, table.definition(), filled));
        if (filled) {
          fill(known);
        }
      } catch (ServiceException refused) {
        known.removed = true;
        numbers.remove(table);
        tables.remove(known.number);
        throw refused;
      }
    }

    private Instant now() {
      return place().region().clock().instant();
    }

    private Place place() {
      return java.util.Objects.requireNonNull(places.get(region), region);
    }

    private Registered register(Table table) {
      lock.lock();
      try {
        Registered known =
            new Registered(++lastTable, region, table, place().region().streams(), 0);
        tables.put(known.number, known);
        numbers.put(table, known);
        return known;
      } finally {
        lock.unlock();
      }
    }

    /** The table came with items: they are written too, and count only when all of them are. */
    private void fill(Registered known) {
      Instant now = now();
      List<Document.Change> changes = new ArrayList<>();
      long bytes = 0;
      for (Map.Entry<EntryKey, AttributeMap> each : known.table.items().entrySet()) {
        WriteStamp stamp = known.table.stamps().get(each.getKey());
        Document.Change change = new Document.Change(known.number, 0, null, each.getValue(), stamp);
        if (stamp != null) {
          append(new Document.Writes(WriteMeta.ofReplication(now, stamp), null, List.of(change)));
          continue;
        }
        changes.add(change);
        bytes += each.getValue().sizeBytes();
        if (bytes >= FILLING_BYTES) {
          append(new Document.Writes(WriteMeta.ofClient(now), null, changes));
          changes = new ArrayList<>();
          bytes = 0;
        }
      }
      if (!changes.isEmpty()) {
        append(new Document.Writes(WriteMeta.ofClient(now), null, changes));
      }
      append(new Document.Filled(now, known.number));
    }

    @Override
    public void redefining(Table table, TableDefinition after, @Nullable TableDefinition intended) {
      Registered known = numbers.get(table);
      if (known != null) {
        append(new Document.Defined(now(), known.number, known.revision + 1, after, intended));
        known.revision++;
        known.redefining(after);
      }
    }

    @Override
    public void removing(Table table) {
      Registered known = numbers.get(table);
      if (known != null) {
        append(new Document.Removed(now(), known.number));
        known.removed = true;
        numbers.remove(table);
        tables.remove(known.number);
      }
    }
  }
}
