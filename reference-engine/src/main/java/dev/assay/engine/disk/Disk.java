package dev.assay.engine.disk;

import dev.assay.engine.api.Region;
import dev.assay.engine.durable.Safety;
import dev.assay.engine.durable.Storage;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.store.CommitLog;
import dev.assay.engine.store.OwedWrite;
import dev.assay.engine.store.Table;
import dev.assay.engine.stream.StreamJournal;
import dev.assay.engine.stream.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An engine's data on disk.
 *
 * <pre>
 *   open ──► recover (regions are made, their tables read back) ──► in use ──► close
 * </pre>
 */
public final class Disk implements AutoCloseable {
  /** A last snapshot is taken at the end only of what is copied in a moment. */
  private static final long QUICK_BYTES = 64L << 20;

  private static final Duration BETWEEN_NOTICES = Duration.ofSeconds(2);
  private static final int ITEMS_BETWEEN_LOOKS = 1 << 14;

  private final DataSettings settings;
  private final DataFolder folder;
  private final LogFiles files;
  private final DiskLog log;
  private final Clock clock;
  private final Consumer<String> notices;
  private List<SnapshotBlock.Kept> attachments = List.of();
  private @Nullable Snapshots snapshots;
  private @Nullable SyncGate gate;
  private Instant lastNotice;
  private long itemsAtLook;

  private Disk(DataSettings settings, DataFolder folder, Clock clock, Consumer<String> notices) {
    this.settings = settings;
    this.folder = folder;
    this.files = new LogFiles(folder.log());
    this.clock = clock;
    this.notices = notices;
    this.log = new DiskLog(clock, folder.path().toString(), notices);
    this.lastNotice = clock.instant();
  }

  /**
   * Takes the folder.
   *
   * @param clock what time it is in the engine
   * @param notices told, in sentences, what an operator should know
   * @throws DataRefusedException if it cannot be used
   */
  public static Disk open(
      DataSettings settings, String accountId, Clock clock, Consumer<String> notices) {
    return new Disk(settings, DataFolder.open(settings.folder(), accountId), clock, notices);
  }

  /** Makes safe what happens to the tables of a region. */
  public CommitLog commitLog(String region) {
    return log.commitLog(region);
  }

  /** Makes safe what becomes of the streams of a region. */
  public StreamJournal journal(String region) {
    return log.journal(region);
  }

  /** A region is there, whose tables and streams are kept. */
  public void follow(Region region) {
    log.follow(region);
  }

  /**
   * Reads back what was there.
   *
   * @param regions makes regions, by their names
   * @param owed gets, before any table is there, what replicas still have to be given
   * @param found gets each table that is there again, once all have been read
   * @throws DataRefusedException if something is missing or damaged
   */
  public void recover(
      Function<String, Region> regions,
      BiConsumer<Table, List<OwedWrite>> owed,
      BiConsumer<Region, Table> found) {
    try {
      Read snapshot = readSnapshot(name -> regions.apply(name).streams());
      Recovery recovery = snapshot.recovery();
      List<SnapshotFile> usable = snapshot.usable();
      SnapshotFile base = usable.isEmpty() ? null : usable.getLast();
      LogScan.Result read = readLog(recovery, base);
      recovery.finish();
      attachments = List.copyOf(recovery.attachments());
      requireRoom();
      long run = files.runs().isEmpty() ? 1 : files.runs().getLast() + 1;
      Files.createDirectories(files.run(run));
      LogWriter writer =
          new LogWriter(files.run(run), read.last() + 1, settings.segmentBytes(), settings.room());
      log.begin(recovery, writer);
      begin(run);
      snapshots = new Snapshots(log, files, folder.snapshots(), settings, usable, run, notices);
      if (settings.sync() != DataSettings.Sync.OS) {
        boolean batch = settings.sync() == DataSettings.Sync.BATCH;
        gate = new SyncGate(log, batch ? settings.batch() : Duration.ZERO);
      }
      for (Registered known : recovery.tables().values()) {
        List<OwedWrite> missed = recovery.owedTo(known.table);
        if (!missed.isEmpty()) {
          owed.accept(known.table, missed);
        }
      }
      for (Registered known : recovery.tables().values()) {
        Region region = regions.apply(known.region);
        region.catalog().add(known.table);
        found.accept(region, known.table);
      }
    } catch (IOException e) {
      throw new DataRefusedException(
          "the data in " + folder.path() + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Asked before anything is mapped: without room for that, mapped memory ends the process. */
  private void requireRoom() throws IOException {
    long free = settings.room().free(folder.path());
    if (free < LogWriter.LEAST_FREE_BYTES) {
      throw new DataRefusedException(
          String.format(
              Locale.ROOT,
              "the disk of %s has %,d bytes free and the engine needs %,d to go on with its log;"
                  + " make room there",
              folder.path(),
              free,
              LogWriter.LEAST_FREE_BYTES));
    }
  }

  private void begin(long run) {
    try {
      log.run(run);
    } catch (ServiceException e) {
      throw new DataRefusedException(
          "the log in " + folder.path() + " cannot grow; make room on its disk");
    }
  }

  /** What a snapshot held, and those that can be used: it is the last of them, if there is any. */
  private record Read(Recovery recovery, List<SnapshotFile> usable) {}

  /** Reads the newest snapshot that is whole; that shows only when all of it has been read. */
  private Read readSnapshot(Function<String, Streams> streams) throws IOException {
    List<SnapshotFile> usable = new ArrayList<>(Snapshots.in(folder.snapshots(), notices));
    while (!usable.isEmpty()) {
      SnapshotFile newest = usable.getLast();
      Recovery recovery = new Recovery(streams);
      itemsAtLook = 0;
      try {
        read(newest, recovery);
        recovery.snapshotDone();
        recovery.written(newest.endedAt());
        return new Read(recovery, usable);
      } catch (IOException e) {
        String problem = Objects.requireNonNullElse(e.getMessage(), e.toString());
        notices.accept(problem + "; the one before it is used");
        usable.removeLast();
      }
    }
    return new Read(new Recovery(streams), usable);
  }

  private void read(SnapshotFile snapshot, Recovery recovery) throws IOException {
    boolean unused =
        Ahead.<SnapshotBlock, Boolean>read(
            sink -> {
              Input[] input = {new Input(new byte[0])};
              snapshot.read(
                  bytes -> {
                    input[0] = input[0].with(bytes);
                    SnapshotBlock block = SnapshotBlock.read(input[0]);
                    sink.add(block, block.weigh());
                  });
              return true;
            },
            block -> {
              recovery.block(block);
              progress(recovery);
            });
  }

  private LogScan.Result readLog(Recovery recovery, @Nullable SnapshotFile base)
      throws IOException {
    Optional<Path> newest = files.newest();
    if (newest.isPresent() && !Files.exists(newest.get())) {
      throw new DataRefusedException(
          "the last file of the log is missing, " + newest.get() + "; restore it from a copy");
    }
    long from = base == null ? 1 : base.start() + 1;
    LogScan.Result read =
        Ahead.<Document, LogScan.Result>read(
            sink ->
                new LogScan(
                        files,
                        from,
                        (number, document) -> {
                          sink.add(document, document.weigh());
                          return true;
                        })
                    .run(),
            document -> {
              recovery.document(document);
              progress(recovery);
            });
    if (base != null && read.last() < base.end()) {
      throw new DataRefusedException(
          "the log in "
              + folder.log()
              + " ends at entry "
              + read.last()
              + ", before its snapshot, which goes to "
              + base.end()
              + "; restore the missing files from a copy");
    }
    if (read.torn()) {
      notices.accept("the log ended in an unfinished entry, which was never acknowledged");
    }
    return read;
  }

  private void progress(Recovery recovery) {
    if (recovery.items() - itemsAtLook >= ITEMS_BETWEEN_LOOKS) {
      itemsAtLook = recovery.items();
      Instant now = clock.instant();
      if (Duration.between(lastNotice, now).compareTo(BETWEEN_NOTICES) >= 0) {
        lastNotice = now;
        notices.accept(
            String.format(
                Locale.ROOT,
                "reading back the data in %s: %,d items and writes so far",
                folder.path(),
                recovery.items()));
      }
    }
  }

  /**
   * Documents that were committed with writes in the last minutes before the engine ended.
   *
   * @param each gets the id and the document, the oldest first
   */
  public void attachments(String kind, BiConsumer<String, byte[]> each) {
    attachments.stream()
        .filter(kept -> kept.kind().equals(kind))
        .forEach(kept -> each.accept(kept.id(), kept.content()));
  }

  /** Where all that is not in tables is kept. */
  public Storage storage() {
    Snapshots taken = Objects.requireNonNull(snapshots, "not yet recovered");
    return new Storage(
        log, new FileVault(folder.vault()), new DiskHistory(log, files, taken), taken);
  }

  /** What answers have to wait for. */
  public Safety safety() {
    return gate == null ? Safety.AT_ONCE : gate;
  }

  /** Takes a snapshot now, whatever the log's size. */
  public void snapshot() {
    Objects.requireNonNull(snapshots, "not yet recovered").take();
  }

  /** Makes everything safe and gives the folder back. */
  @Override
  public void close() {
    if (gate != null) {
      gate.close();
    }
    if (snapshots != null) {
      snapshots.close();
      long bytes = log.tables().stream().mapToLong(known -> known.table.sizeBytes()).sum();
      if (bytes <= QUICK_BYTES) {
        snapshots.take();
      }
      try {
        log.sync();
      } catch (IOException e) {
        notices.accept("the last writes may not be on the disk yet: " + e.getMessage());
      }
    }
    log.close();
    folder.close();
  }
}
