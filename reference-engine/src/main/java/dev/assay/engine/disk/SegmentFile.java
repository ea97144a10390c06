package dev.assay.engine.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file of Chronicle's as it lies: blobs, each with four bytes of length and two flags
 * before it, each beginning at a multiple of four. Chronicle's own reader would wait for the writer
 * of an unfinished blob, who is dead.
 */
final class SegmentFile {
  private static final int UNFINISHED = 1 << 31;
  private static final int META = 1 << 30;
  private static final int LENGTH = META - 1;
  private static final int ALIGNMENT = 4;

  private SegmentFile() {}

  /**
   * How far something has been written into a file. Most of the last one is a hole: read so, it
   * costs no memory, while each page of it that is looked at through the map takes one, which a
   * file system in memory that is full does not have.
   */
  private record Written(long end) {
    private static final int WINDOW_BYTES = 1 << 20;

    static Written of(FileChannel channel) throws IOException {
      ByteBuffer window = ByteBuffer.allocate(WINDOW_BYTES);
      ByteBuffer zeros = ByteBuffer.allocate(WINDOW_BYTES);
      for (long end = channel.size(); end > 0; end -= WINDOW_BYTES) {
        long start = Math.max(0, end - WINDOW_BYTES);
        window.clear().limit((int) (end - start));
        while (window.hasRemaining() && channel.read(window, start + window.position()) >= 0) {
          // Until all of it is there.
        }
        window.flip();
        if (!window.equals(zeros.clear().limit(window.limit()))) {
          return new Written(end);
        }
      }
      return new Written(0);
    }
  }

  /** Gets frames, each whole, head and payload. */
  interface Visitor {
    /**
     * @return false to read no further
     */
    boolean frame(byte[] frame) throws IOException;
  }

  /**
   * How the reading of a file ended.
   *
   * @param offset where in the file
   * @param torn whether something stands there that is no whole frame
   * @param wholeBehind whether whole frames come after that: then it is no torn tail
   */
  record End(long offset, boolean torn, boolean wholeBehind) {}

  /**
   * Reads a file.
   *
   * @param last whether no file comes after it: only then it must be looked at what stands behind
   *     its last frame, since everywhere else a missing number tells
   */
  static End read(Path file, boolean last, Visitor visitor) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      MappedByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      bytes.order(ByteOrder.LITTLE_ENDIAN);
      return read(bytes, last ? Written.of(channel) : null, visitor);
    } catch (InternalError ioError) {
      throw new IOException(file + " cannot be read", ioError);
    }
  }

  private static End read(MappedByteBuffer bytes, @Nullable Written written, Visitor visitor)
      throws IOException {
    int position = 0;
    while (position + ALIGNMENT <= bytes.capacity()) {
      int head = bytes.getInt(position);
      int length = head & LENGTH;
      if (head == 0) {
        return behind(bytes, position, written, false);
      }
      if (head == (UNFINISHED | META)) {
        return new End(position, false, false);
      }
      if ((head & UNFINISHED) != 0 || length > bytes.capacity() - position - ALIGNMENT) {
        return behind(bytes, position, written, true);
      }
      if ((head & META) == 0) {
        byte[] frame = new byte[length];
        bytes.get(position + ALIGNMENT, frame);
        if (!Frame.isWhole(frame)) {
          return behind(bytes, position, written, true);
        }
        if (!visitor.frame(frame)) {
          return new End(position, false, false);
        }
      }
      position += (ALIGNMENT + length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
    return new End(position, false, false);
  }

  /** Looks for whole frames after the place where reading ended. */
  private static End behind(
      MappedByteBuffer bytes, int from, @Nullable Written written, boolean torn) {
    boolean anything = torn;
    long end = written == null ? 0 : written.end();
    for (int at = from; at < end && at + ALIGNMENT + Frame.HEAD_BYTES <= bytes.capacity(); ) {
      int head = bytes.getInt(at);
      at += ALIGNMENT;
      if (head == 0) {
        continue;
      }
      anything = true;
      int length = head & LENGTH;
      if ((head & (UNFINISHED | META)) == 0
          && length >= Frame.HEAD_BYTES
          && length <= bytes.capacity() - at
          && (bytes.get(at) & 0xFF) == Frame.MAGIC) {
        byte[] frame = new byte[length];
        bytes.get(at, frame);
        if (Frame.isWhole(frame)) {
          return new End(from, true, true);
        }
      }
    }
    return new End(from, anything, false);
  }
}
