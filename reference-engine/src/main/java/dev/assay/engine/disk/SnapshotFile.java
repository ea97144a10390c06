package dev.assay.engine.disk;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One snapshot: blocks, each with its length and its checksum before it, and an end of fixed size.
 *
 * @param start every entry up to this number is in it
 * @param end no entry after this number is in it; those between may be, wholly or in part
 * @param startedAt before anything of it was copied
 * @param endedAt after all of it was copied
 */
record SnapshotFile(
    Path path, long start, long end, Instant startedAt, Instant endedAt, long bytes) {
  private static final int HEAD_BYTES = 8;
  private static final int END_BYTES = 48;
  private static final long END_MAGIC = 0x31444E4559415353L;
  private static final int BUFFER_BYTES = 1 << 18;

  /** Gets the blocks of a snapshot one after the other. */
  interface Visitor {
    void block(byte[] block) throws IOException;
  }

  /** What the end of a file says; empty if the file has no whole end. */
  static Optional<SnapshotFile> of(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      long size = channel.size();
      if (size < END_BYTES) {
        return Optional.empty();
      }
      ByteBuffer end = ByteBuffer.allocate(END_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      while (end.hasRemaining() && channel.read(end, size - END_BYTES + end.position()) >= 0) {
        // Until all of it is there.
      }
      CRC32C checksum = new CRC32C();
      checksum.update(end.array(), 0, END_BYTES - Integer.BYTES);
      if (end.getInt(END_BYTES - Integer.BYTES) != (int) checksum.getValue()
          || end.getLong(0) != END_MAGIC
          || end.getInt(40) != (int) size) {
        return Optional.empty();
      }
      return Optional.of(
          new SnapshotFile(
              path,
              end.getLong(8),
              end.getLong(16),
              Instant.ofEpochMilli(end.getLong(24)),
              Instant.ofEpochMilli(end.getLong(32)),
              size));
    }
  }

  /**
   * Reads all blocks.
   *
   * @throws IOException if one is not what was written
   */
  void read(Visitor visitor) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        java.io.InputStream in =
            new java.io.BufferedInputStream(Channels.newInputStream(channel), BUFFER_BYTES)) {
      long left = bytes - END_BYTES;
      byte[] headBytes = new byte[HEAD_BYTES];
      ByteBuffer head = ByteBuffer.wrap(headBytes).order(ByteOrder.LITTLE_ENDIAN);
      while (left > 0) {
        if (in.readNBytes(headBytes, 0, HEAD_BYTES) != HEAD_BYTES) {
          throw new IOException("the snapshot " + path + " is cut off");
        }
        int length = head.getInt(0);
        left -= HEAD_BYTES + (long) length;
        if (length < 0 || left < 0) {
          throw new IOException("the snapshot " + path + " is damaged");
        }
        byte[] block = in.readNBytes(length);
        CRC32C checksum = new CRC32C();
        checksum.update(block);
        if (block.length != length || (int) checksum.getValue() != head.getInt(4)) {
          throw new IOException("the snapshot " + path + " is damaged");
        }
        visitor.block(block);
      }
    }
  }

  /** Writes a snapshot under a name that nobody looks for, until it is whole. */
  static final class Writer implements AutoCloseable {
    private final Path path;
    private final Path draft;
    private final FileChannel channel;
    private final OutputStream out;
    private long bytes;
    private boolean whole;

    Writer(Path path) throws IOException {
      this.path = path;
      this.draft = WholeFile.draft(path);
      this.channel =
          FileChannel.open(
              draft,
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING);
      this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES);
    }

    void block(Output block) throws IOException {
      CRC32C checksum = new CRC32C();
      checksum.update(block.array(), 0, block.size());
      ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      head.putInt(block.size()).putInt((int) checksum.getValue());
      out.write(head.array());
      out.write(block.array(), 0, block.size());
      bytes += HEAD_BYTES + (long) block.size();
      block.clear();
    }

    /** Makes it safe, and gives it its name. */
    SnapshotFile finish(long start, long end, Instant startedAt, Instant endedAt)
        throws IOException {
      ByteBuffer last = ByteBuffer.allocate(END_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      last.putLong(END_MAGIC).putLong(start).putLong(end);
      last.putLong(startedAt.toEpochMilli()).putLong(endedAt.toEpochMilli() + 1);
      bytes += END_BYTES;
      last.putInt((int) bytes);
      CRC32C checksum = new CRC32C();
      checksum.update(last.array(), 0, END_BYTES - Integer.BYTES);
      last.putInt((int) checksum.getValue());
      out.write(last.array());
      out.flush();
      channel.force(true);
      WholeFile.finish(draft, path);
      whole = true;
      return new SnapshotFile(
          path, start, end, startedAt, Instant.ofEpochMilli(endedAt.toEpochMilli() + 1), bytes);
    }

    @Override
    public void close() throws IOException {
      channel.close();
      if (!whole) {
        Files.deleteIfExists(draft);
      }
    }
  }
}
