package dev.assay.engine.disk;

import dev.assay.engine.durable.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes snapshots on a thread of its own, and deletes what they have made superfluous: the log
 * stays back to the last but one, so that a damaged snapshot costs time and nothing else, and as
 * far back as anybody pins it.
 */
final class Snapshots implements Retention, AutoCloseable {
  /** Into how many parts a pinned time is cut by snapshots: so it lets go of its past. */
  private static final int PARTS = 8;

  private final DiskLog log;
  private final LogFiles files;
  private final Path folder;
  private final DataSettings settings;
  private final Consumer<String> notices;
  private final long run;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final ConcurrentMap<String, Instant> pins = new ConcurrentHashMap<>();
  private final ReentrantReadWriteLock inUse = new ReentrantReadWriteLock();
  private final Thread thread;
  private volatile List<SnapshotFile> known;
  private volatile boolean fromBeginning;
  private boolean wanted;
  private boolean closed;
  private long writtenBefore;

  /**
   * @param known snapshots that can be read, the oldest first
   * @param run the present run, whose folder stays
   */
  Snapshots(
      DiskLog log,
      LogFiles files,
      Path folder,
      DataSettings settings,
      List<SnapshotFile> known,
      long run,
      Consumer<String> notices)
      throws IOException {
    this.log = log;
    this.files = files;
    this.folder = folder;
    this.settings = settings;
    this.known = List.copyOf(known);
    this.run = run;
    this.notices = notices;
    List<Path> segments = files.segments();
    this.fromBeginning = !segments.isEmpty() && LogFiles.firstNumber(segments.getFirst()) <= 1;
    this.thread = new Thread(this::work, "engine-snapshots");
    thread.setDaemon(true);
    thread.start();
    plan();
  }

  /** Snapshots in a folder that have a whole end, the oldest first. Drafts are deleted. */
  static List<SnapshotFile> in(Path folder, Consumer<String> notices) throws IOException {
    List<SnapshotFile> found = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path path : entries.sorted().toList()) {
        String name = path.getFileName().toString();
        if (name.endsWith(WholeFile.UNFINISHED)) {
          Files.deleteIfExists(path);
        } else if (name.endsWith(SnapshotWriter.SUFFIX)) {
          SnapshotFile.of(path)
              .ifPresentOrElse(
                  found::add,
                  () -> notices.accept("the snapshot " + path + " is damaged and is not used"));
        }
      }
    }
    return found;
  }

  private void plan() {
    long size = known.isEmpty() ? 0 : known.getLast().bytes();
    log.whenWritten(
        writtenBefore + Math.max(settings.snapshotBytes(), size),
        () -> {
          lock.lock();
          try {
            wanted = true;
            work.signal();
          } finally {
            lock.unlock();
          }
        });
  }

  private void work() {
    while (true) {
      lock.lock();
      try {
        while (!wanted && !closed) {
          work.await();
        }
        if (closed) {
          return;
        }
        wanted = false;
      } catch (InterruptedException e) {
        return;
      } finally {
        lock.unlock();
      }
      take();
      plan();
    }
  }

  /** Takes a snapshot, and deletes what is no longer needed. */
  synchronized void take() {
    writtenBefore = log.written();
    try {
      SnapshotFile taken = new SnapshotWriter(log, folder).write();
      List<SnapshotFile> more = new ArrayList<>(known);
      more.removeIf(each -> each.path().equals(taken.path()));
      more.add(taken);
      known = List.copyOf(more);
      clean();
    } catch (IOException | RuntimeException e) {
      notices.accept(
          "no snapshot could be taken, the log goes on growing: "
              + (e.getMessage() == null ? e.toString() : e.getMessage()));
    }
  }

  private void clean() throws IOException {
    inUse.writeLock().lock();
    try {
      Set<SnapshotFile> needed = needed();
      List<SnapshotFile> kept = new ArrayList<>();
      for (SnapshotFile each : known) {
        if (needed.contains(each)) {
          kept.add(each);
        } else {
          Files.deleteIfExists(each.path());
        }
      }
      known = List.copyOf(kept);
      if (kept.size() > 1 && !(fromBeginning && isPinnedBefore(kept.getFirst()))) {
        deleteLogBefore(kept.getFirst().start());
      }
    } finally {
      inUse.writeLock().unlock();
    }
  }

  private boolean isPinnedBefore(SnapshotFile oldest) {
    return pins.values().stream().anyMatch(since -> since.isBefore(oldest.endedAt()));
  }

  private Set<SnapshotFile> needed() {
    List<SnapshotFile> all = known;
    Set<SnapshotFile> needed = new HashSet<>(all.subList(Math.max(0, all.size() - 2), all.size()));
    Instant since = pins.values().stream().min(Instant::compareTo).orElse(null);
    if (since != null) {
      @Nullable SnapshotFile base = newestBefore(since);
      Instant before = base == null ? Instant.MIN : base.endedAt();
      if (base != null) {
        needed.add(base);
      }
      Duration step = Duration.between(since, log.newest()).dividedBy(PARTS);
      for (SnapshotFile each : all) {
        if (each.endedAt().isAfter(since)
            && (before.equals(Instant.MIN)
                || Duration.between(before, each.endedAt()).compareTo(step) >= 0)) {
          needed.add(each);
          before = each.endedAt();
        }
      }
    }
    return needed;
  }

  /** The newest snapshot with nothing in it that is later than a time. */
  @Nullable SnapshotFile newestBefore(Instant time) {
    @Nullable SnapshotFile found = null;
    for (SnapshotFile each : known) {
      if (!each.endedAt().isAfter(time)) {
        found = each;
      }
    }
    return found;
  }

  private void deleteLogBefore(long start) throws IOException {
    List<Path> segments = files.segments();
    for (int i = 0; i + 1 < segments.size(); i++) {
      long next = LogFiles.firstNumber(segments.get(i + 1));
      if (next < 0 || next - 1 > start) {
        return;
      }
      files.delete(segments.get(i), run);
      fromBeginning = false;
    }
  }

  /** Whether the log goes back to the first entry of all. */
  boolean isFromBeginning() {
    return fromBeginning;
  }

  List<SnapshotFile> known() {
    return known;
  }

  /** Nothing is deleted while it is held. */
  ReentrantReadWriteLock.ReadLock inUse() {
    return inUse.readLock();
  }

  @Override
  public void pin(String name, Instant since) {
    pins.put(name, since);
  }

  @Override
  public void release(String name) {
    pins.remove(name);
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      work.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
