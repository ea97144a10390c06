package dev.assay.engine.simulation;

import dev.assay.engine.disk.DataSettings;
import dev.assay.engine.disk.DiskRoom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The disk of one simulated engine: the real log, in a temporary folder that is gone afterwards.
 * What a crash leaves is a copy of the files as they were at that moment, of which the end may be
 * cut off; the engine that died goes on for a moment in files that nobody looks at any more.
 */
final class DiskFolder implements AutoCloseable {
  /** So small that a program fills several files of the log. */
  private static final long SEGMENT_BYTES = 256L << 10;

  private static final long ROOM_BYTES = 1L << 40;
  private static final String LOG_SUFFIX = ".cq4";
  private static final String LOCK = "lock";

  /** Without this folder a dead engine has nothing to write when it is closed. */
  private static final String SNAPSHOTS = "snapshots";

  private static final int PERCENT = 100;
  private static final int PAGE_BYTES = 4096;

  private final Path root;
  private int life;
  private volatile boolean full;

  DiskFolder() {
    try {
      root = Files.createTempDirectory("assay-simulation");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Where a log ends.
   *
   * @param bytes of its last file, up to the last that is not zero
   */
  record End(Path file, long bytes) {}

  private Path folder() {
    return root.resolve(Integer.toString(life));
  }

  /**
   * How an engine keeps its data here: snapshots are taken when it is stopped and never while it
   * runs, since they would be on a thread of their own.
   */
  DataSettings settings() {
    return DataSettings.in(folder())
        .withSegmentBytes(SEGMENT_BYTES)
        .withSnapshotBytes(ROOM_BYTES)
        .withRoom(new Room());
  }

  void full(boolean isFull) {
    full = isFull;
  }

  boolean isFull() {
    return full;
  }

  /** Says how much room there is, and takes none: a sparse file has it all. */
  private final class Room implements DiskRoom {
    @Override
    public void take(FileChannel file, long from, long to) throws IOException {
      if (full) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public long free(Path folder) {
      return full ? 0 : ROOM_BYTES;
    }
  }

  /** Where the log ends now. */
  End end() {
    try (Stream<Path> files = Files.walk(folder())) {
      Path last =
          files
              .filter(file -> file.toString().endsWith(LOG_SUFFIX))
              .max(Comparator.naturalOrder())
              .orElseThrow();
      return new End(last, used(Files.readAllBytes(last)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int used(byte[] content) {
    int end = content.length;
    while (end > 0 && content[end - 1] == 0) {
      end--;
    }
    return end;
  }

  /**
   * Has the engine's next life begin with the files as they are now.
   *
   * @param safe where the log ended when all was synced
   * @param keptPercent how much is left of what was written after that
   */
  void crash(End safe, int keptPercent) {
    Path from = folder();
    life++;
    copy(from, safe, keptPercent);
    forgetSnapshots(from);
  }

  private void copy(Path from, End safe, int keptPercent) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.sorted().toList()) {
        Path to = folder().resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else if (!file.getFileName().toString().equals(LOCK)) {
          Files.write(to, left(file, safe, keptPercent));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The engine is about to be closed, and what it would write then is of no use. */
  void forgetSnapshots() {
    forgetSnapshots(folder());
  }

  private static void forgetSnapshots(Path folder) {
    try {
      delete(folder.resolve(SNAPSHOTS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] left(Path file, End safe, int keptPercent) throws IOException {
    byte[] content = Files.readAllBytes(file);
    if (!file.toString().endsWith(LOG_SUFFIX)) {
      return content;
    }
    int end = used(content);
    if (file.equals(safe.file())) {
      int start = Math.toIntExact(safe.bytes());
      end = start + Math.toIntExact((long) (end - start) * keptPercent / PERCENT);
    }
    // The last entry may end in zeros, and a file is longer than what is in it.
    return Arrays.copyOf(Arrays.copyOf(content, end), end + PAGE_BYTES);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public void close() {
    try {
      delete(root);
    } catch (IOException e) {
      throw new UncheckedIOException("the simulation's folder cannot be deleted: " + root, e);
    }
  }
}
