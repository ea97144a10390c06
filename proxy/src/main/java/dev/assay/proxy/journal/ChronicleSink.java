package dev.assay.proxy.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.TailerDirection;
import net.openhft.chronicle.wire.DocumentContext;

/**
 * A Chronicle Queue on disk. Its files are mapped into memory, and a mapped page for which the disk
 * has no room ends the JVM or fails wherever it is touched; so room is looked for in time.
 */
final class ChronicleSink implements Sink {
  /** How much is written between two looks at the disk. */
  private static final long LOOK_EVERY_BYTES = 4L << 20;

  private final Path folder;
  private final long reserveBytes;
  private final ChronicleQueue queue;
  private final ExcerptAppender appender;
  private final ExchangeWire form = new ExchangeWire();
  private long writtenSinceLook;

  /**
   * @param reserveBytes what must stay free on the disk
   * @throws JournalException when it is not free now
   */
  ChronicleSink(Path folder, long reserveBytes) {
    this.folder = folder;
    this.reserveBytes = reserveBytes;
    requireRoom();
    this.queue = JournalReader.queueIn(folder);
    this.appender = queue.createAppender();
  }

  /** A journal that is opened again goes on counting. */
  @Override
  public long lastSequence() {
    try (ExcerptTailer tailer = queue.createTailer().direction(TailerDirection.BACKWARD).toEnd();
        DocumentContext document = tailer.readingDocument()) {
      var wire = document.wire();
      if (!document.isPresent() || wire == null) {
        return 0;
      }
      long last = 0;
      WrittenExchanges written = new WrittenExchanges(wire.bytes());
      while (written.more()) {
        last = written.next().sequence();
      }
      return last;
    }
  }

  @Override
  public void write(List<Exchange> exchanges) {
    if (writtenSinceLook > LOOK_EVERY_BYTES) {
      requireRoom();
      writtenSinceLook = 0;
    }
    try (DocumentContext document = appender.writingDocument()) {
      var wire = document.wire();
      if (wire == null) {
        throw new JournalException("The journal has no file to write to.");
      }
      writtenSinceLook += form.write(exchanges, wire.bytes());
    }
  }

  private void requireRoom() {
    long free;
    try {
      free = Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw new JournalException("The journal folder " + folder + " is gone: " + e.getMessage(), e);
    }
    if (free < reserveBytes) {
      throw new JournalException(
          "The disk under the journal folder "
              + folder
              + " is full: "
              + (free >> 20)
              + " MB are free, and "
              + (reserveBytes >> 20)
              + " MB must stay so.");
    }
  }

  @Override
  public void close() {
    appender.close();
    queue.close();
  }
}
