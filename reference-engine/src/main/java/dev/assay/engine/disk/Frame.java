package dev.assay.engine.disk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * How a document of ours lies within one of Chronicle's: a head, and what it is about.
 *
 * <pre>
 *   magic (1) version (1) flags (1) number (8) checksum (4) payload
 * </pre>
 *
 * Numbers have no gaps, over all files and all runs of the engine: so nothing can be missing
 * unnoticed. A document that is too large for one frame goes on in the next.
 */
final class Frame {
  static final int MAGIC = 0xA5;
  static final int VERSION = 1;
  static final int HEAD_BYTES = 15;

  /** The document goes on in the next frame. */
  static final int CONTINUES = 1;

  /** A document begins with the frame. */
  static final int BEGINS = 2;

  /** Most of a document that one frame takes. */
  static final int MAX_PAYLOAD = 4 << 20;

  private static final int FLAGS = 2;
  private static final int NUMBER = 3;
  private static final int CHECKSUM = 11;

  private Frame() {}

  /** Writes a head into the first bytes of an array. */
  static void head(byte[] head, int flags, long number, byte[] payload, int from, int length) {
    ByteBuffer buffer = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    buffer.put((byte) MAGIC).put((byte) VERSION).put((byte) flags).putLong(number);
    buffer.putInt(checksum(head, payload, from, length));
  }

  private static int checksum(byte[] head, byte[] payload, int from, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(head, 0, CHECKSUM);
    checksum.update(payload, from, length);
    return (int) checksum.getValue();
  }

  /** Whether a frame, head and payload, is whole. */
  static boolean isWhole(byte[] frame) {
    if (frame.length < HEAD_BYTES || (frame[0] & 0xFF) != MAGIC) {
      return false;
    }
    int stored = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).getInt(CHECKSUM);
    return stored == checksum(frame, frame, HEAD_BYTES, frame.length - HEAD_BYTES);
  }

  static int version(byte[] frame) {
    return frame[1] & 0xFF;
  }

  static boolean continues(byte[] frame) {
    return (frame[FLAGS] & CONTINUES) != 0;
  }

  static boolean begins(byte[] frame) {
    return (frame[FLAGS] & BEGINS) != 0;
  }

  static long number(byte[] frame) {
    return ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN).getLong(NUMBER);
  }
}
