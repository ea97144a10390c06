package dev.assay.engine.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;
import net.openhft.chronicle.wire.Wire;
import org.jspecify.annotations.Nullable;

/**
 * Appends to the queue of one run. The only class that knows Chronicle; guarded by its owner's
 * lock.
 *
 * <p>Chronicle writes through mapped memory, where a full disk ends the process. So the blocks are
 * taken beforehand with plain writes of zeros, which fail with an exception while nothing has been
 * written yet.
 */
final class LogWriter implements AutoCloseable {
  /** Chronicle names files by hours; ours are numbered, and the clock that it sees counts them. */
  private static final long MILLIS_PER_SEGMENT = 3_600_000;

  /** Chronicle maps files by blocks; a quarter of one must hold a frame. */
  private static final int LEAST_BLOCK_BYTES = 4 * Frame.MAX_PAYLOAD + (1 << 20);

  private static final int MOST_BLOCK_BYTES = 64 << 20;

  /** What Chronicle may write beside a document: its index, 32 KB at a time, and the end mark. */
  private static final int SLACK_BYTES = 256 << 10;

  private static final int RESERVE_BYTES = 1 << 20;

  /** A new file has about 100 KB of heads and index before its first document. */
  static final long LEAST_FREE_BYTES = 4L << 20;

  private final Path folder;
  private final long segmentBytes;
  private final DiskRoom room;
  private final ChronicleQueue queue;
  private final ExcerptAppender appender;
  private final byte[] head = new byte[Frame.HEAD_BYTES];
  private final List<FileChannel> closing = new ArrayList<>();
  private long segment;
  private @Nullable FileChannel channel;
  private long position;
  private long reserved;
  private long next;
  private long written;
  private boolean folderChanged = true;

  /**
   * @param folder of a run that has not been there before
   * @param next the number of the first frame
   */
  LogWriter(Path folder, long next, long segmentBytes, DiskRoom room) {
    this.folder = folder;
    this.next = next;
    this.segmentBytes = segmentBytes;
    this.room = room;
    this.queue =
        SingleChronicleQueueBuilder.binary(folder.toFile())
            .rollCycle(RollCycles.FAST_HOURLY)
            .timeProvider(() -> segment * MILLIS_PER_SEGMENT)
            .blockSize(Math.clamp(segmentBytes, LEAST_BLOCK_BYTES, MOST_BLOCK_BYTES))
            .timeoutMS(1_000)
            .build();
    this.appender = queue.createAppender();
    appender.singleThreadedCheckDisabled(true);
  }

  /**
   * Appends a document.
   *
   * @return the number of its last frame
   * @throws IOException if there is no room: then nothing has been appended that anybody will read
   */
  long append(byte[] document, int size) throws IOException {
    int frames = Math.max(1, (size + Frame.MAX_PAYLOAD - 1) / Frame.MAX_PAYLOAD);
    prepare(size + (long) frames * (Frame.HEAD_BYTES + 2 * Integer.BYTES));
    for (int i = 0; i < frames; i++) {
      int from = i * Frame.MAX_PAYLOAD;
      int length = Math.min(Frame.MAX_PAYLOAD, size - from);
      int flags = (i == 0 ? Frame.BEGINS : 0) | (i < frames - 1 ? Frame.CONTINUES : 0);
      write(flags, document, from, length);
    }
    return next - 1;
  }

  private void prepare(long bytes) throws IOException {
    if (channel != null && position + bytes > segmentBytes) {
      closing.add(channel);
      channel = null;
      segment++;
    }
    if (channel == null) {
      long free = room.free(folder);
      if (free < LEAST_FREE_BYTES + bytes) {
        throw new IOException("only " + free + " bytes are free");
      }
      return;
    }
    reserve(channel, bytes);
  }

  private void reserve(FileChannel file, long bytes) throws IOException {
    if (position + bytes + SLACK_BYTES > reserved) {
      long target = position + bytes + SLACK_BYTES + RESERVE_BYTES;
      room.take(file, Math.max(aligned(position), reserved), target);
      reserved = target;
    }
  }

  private static long aligned(long offset) {
    return (offset + Integer.BYTES - 1) / Integer.BYTES * Integer.BYTES;
  }

  private void write(int flags, byte[] document, int from, int length) throws IOException {
    Frame.head(head, flags, next, document, from, length);
    try (DocumentContext context = appender.writingDocument()) {
      try {
        Wire wire = context.wire();
        if (wire == null) {
          throw new IOException("the queue gives no place to write to");
        }
        Bytes<?> bytes = wire.bytes();
        bytes.write(head, 0, head.length);
        bytes.write(document, from, length);
        position = bytes.writePosition();
      } catch (RuntimeException | IOException | InternalError failure) {
        context.rollbackOnClose();
        throw failure;
      }
    }
    next++;
    written += length + Frame.HEAD_BYTES;
    if (channel == null) {
      opened();
    }
  }

  /** The first document of a file has been written: from now on its room is taken beforehand. */
  private void opened() throws IOException {
    Path file =
        new LogFiles(java.util.Objects.requireNonNull(folder.getParent()))
            .segments(Long.parseLong(folder.getFileName().toString()))
            .getLast();
    channel = FileChannel.open(file, StandardOpenOption.WRITE);
    reserved = position;
    folderChanged = true;
    LogFiles.noteNewest(file);
  }

  /** Goes on in a new file: something is wrong with the present one. */
  void abandon() {
    if (channel != null) {
      closing.add(channel);
      channel = null;
    }
    segment++;
  }

  /** The number that the next frame gets. */
  long next() {
    return next;
  }

  /** Bytes of all documents of this run. */
  long written() {
    return written;
  }

  /** What has to be synced now to make all that has been appended safe. */
  Unsynced unsynced() {
    List<FileChannel> channels = new ArrayList<>(closing);
    closing.clear();
    Unsynced unsynced = new Unsynced(channels, channel, folderChanged ? folder : null, next - 1);
    folderChanged = false;
    return unsynced;
  }

  /**
   * Files with something that may not be on the disk yet.
   *
   * @param finished files that nothing is appended to any more
   * @param upTo the number of the last frame that is in them
   */
  record Unsynced(
      List<FileChannel> finished, @Nullable FileChannel current, @Nullable Path folder, long upTo) {

    /** Waits until it is on the disk. */
    void sync() throws IOException {
      for (FileChannel file : finished) {
        file.force(false);
        file.close();
      }
      if (current != null && current.isOpen()) {
        current.force(false);
      }
      if (folder != null) {
        WholeFile.syncFolder(folder);
      }
    }
  }

  @Override
  public void close() {
    queue.close();
    try {
      for (FileChannel file : closing) {
        file.close();
      }
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // Everything has been written; the descriptors go with the process.
    }
  }
}
