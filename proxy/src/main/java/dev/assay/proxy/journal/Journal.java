package dev.assay.proxy.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;

/**
 * The journal of one run.
 *
 * <pre>
 *   event loops ──append──► queue in memory ──► writer thread ──► Chronicle Queue ──► exchanges()
 *                  never blocks    saturated() tells readers of sockets to pause
 * </pre>
 *
 * <p>Nothing is ever dropped: what was appended before {@link #exchanges} is called is in what it
 * returns, and {@link #close} returns when all is on disk. Safe for use by several threads.
 */
public final class Journal implements AutoCloseable {
  private final Path folder;
  private final JournalWriter writer;

  private Journal(Path folder) {
    this.folder = folder;
    this.writer = new JournalWriter(() -> queueIn(folder));
  }

  /**
   * Starts a journal. Returns at once: Chronicle Queue, which takes most of a second to its first
   * append, is opened by the writer thread.
   *
   * @throws JournalException when the folder cannot be made or written
   */
  public static Journal open(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new JournalException(
          "The journal folder " + folder + " cannot be created: " + e.getMessage(), e);
    }
    if (!Files.isWritable(folder)) {
      throw new JournalException("The journal folder " + folder + " cannot be written.");
    }
    Journal journal = new Journal(folder);
    journal.writer.start();
    return journal;
  }

  /** Where the journal's files are. */
  public Path folder() {
    return folder;
  }

  /**
   * Hands an exchange to the writer and returns at once. It is made there, because what the wire
   * does not need (which tables, which error) is not worked out on the wire's threads.
   *
   * @param heldBytes memory that the exchange holds until it is on disk
   */
  public void append(Supplier<Exchange> exchange, long heldBytes) {
    writer.append(exchange, heldBytes);
  }

  /** Whether the disk is so far behind that no new request should be read until this is false. */
  public boolean saturated() {
    return writer.saturated();
  }

  /** Why the journal could not be written to its end, if so. */
  public Optional<JournalException> failure() {
    return writer.failure();
  }

  /**
   * The exchanges that the filter lets through, in order.
   *
   * @throws JournalException when the journal could not be written
   */
  public List<Exchange> exchanges(ExchangeFilter filter) {
    writer.awaitWritten();
    List<Exchange> found = new ArrayList<>();
    try (ChronicleQueue queue = queueIn(folder);
        ExcerptTailer tailer = queue.createTailer()) {
      while (found.size() < filter.limit()) {
        try (DocumentContext document = tailer.readingDocument()) {
          var wire = document.wire();
          if (!document.isPresent() || wire == null) {
            return found;
          }
          Exchange exchange = ExchangeWire.read(wire);
          if (filter.accepts(exchange)) {
            found.add(exchange);
          }
        }
      }
    }
    return found;
  }

  /** Returns when everything appended so far is on disk, and ends the writer. */
  @Override
  public void close() {
    writer.close();
  }

  private static ChronicleQueue queueIn(Path folder) {
    return SingleChronicleQueueBuilder.binary(folder).build();
  }
}
