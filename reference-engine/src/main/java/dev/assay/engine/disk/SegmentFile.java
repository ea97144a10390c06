package dev.assay.engine.disk;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

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
      return read(bytes, last, visitor);
    } catch (InternalError ioError) {
      throw new IOException(file + " cannot be read", ioError);
    }
  }

  private static End read(MappedByteBuffer bytes, boolean last, Visitor visitor)
      throws IOException {
    int position = 0;
    while (position + ALIGNMENT <= bytes.capacity()) {
      int head = bytes.getInt(position);
      int length = head & LENGTH;
      if (head == 0) {
        return last ? behind(bytes, position, false) : new End(position, false, false);
      }
      if (head == (UNFINISHED | META)) {
        return new End(position, false, false);
      }
      if ((head & UNFINISHED) != 0 || length > bytes.capacity() - position - ALIGNMENT) {
        return last ? behind(bytes, position, true) : new End(position, true, false);
      }
      if ((head & META) == 0) {
        byte[] frame = new byte[length];
        bytes.get(position + ALIGNMENT, frame);
        if (!Frame.isWhole(frame)) {
          return last ? behind(bytes, position, true) : new End(position, true, false);
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
  private static End behind(MappedByteBuffer bytes, int from, boolean torn) {
    boolean anything = torn;
    for (int at = from; at + ALIGNMENT + Frame.HEAD_BYTES <= bytes.capacity(); at += ALIGNMENT) {
      int head = bytes.getInt(at);
      if (head == 0) {
        continue;
      }
      anything = true;
      int length = head & LENGTH;
      if ((head & (UNFINISHED | META)) == 0
          && length >= Frame.HEAD_BYTES
          && length <= bytes.capacity() - at - ALIGNMENT
          && (bytes.get(at + ALIGNMENT) & 0xFF) == Frame.MAGIC) {
        byte[] frame = new byte[length];
        bytes.get(at + ALIGNMENT, frame);
        if (Frame.isWhole(frame)) {
          return new End(from, true, true);
        }
      }
    }
    return new End(from, anything, false);
  }
}
