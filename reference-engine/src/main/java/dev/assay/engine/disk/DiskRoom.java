package dev.assay.engine.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes room on the disk before it is written to through mapped memory, where none may lack. */
public interface DiskRoom {
  /** The disk as it is. */
  DiskRoom REAL =
      new DiskRoom() {
        private static final int STEP = 1 << 20;
        private static final byte[] ZEROS = new byte[STEP];

        @Override
        public void take(FileChannel file, long from, long to) throws IOException {
          long at = from;
          while (at < to) {
            at += file.write(ByteBuffer.wrap(ZEROS, 0, (int) Math.min(STEP, to - at)), at);
          }
        }

        @Override
        public long free(Path folder) throws IOException {
          return Files.getFileStore(folder).getUsableSpace();
        }
      };

  /**
   * Takes the bytes of a file from one offset to another by writing zeros.
   *
   * @throws IOException if there is no room
   */
  void take(FileChannel file, long from, long to) throws IOException;

  /** How many bytes are free for new files in a folder. */
  long free(Path folder) throws IOException;
}
