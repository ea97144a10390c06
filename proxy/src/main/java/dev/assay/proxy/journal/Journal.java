package dev.assay.proxy.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

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
  /** What a journal leaves free on its disk unless told otherwise: room to write a report. */
  public static final long DEFAULT_RESERVE_BYTES = 64L << 20;

  private final Path folder;
  private final JournalWriter writer;

  private Journal(Path folder, Supplier<Sink> opening, Consumer<Exchange> observer) {
    this.folder = folder;
    this.writer = new JournalWriter(opening, observer);
  }

  /**
   * Starts a journal that nobody watches and that may fill the disk up to a small reserve.
   *
   * @throws JournalException when the folder cannot be made or written
   */
  public static Journal open(Path folder) {
    return open(folder, DEFAULT_RESERVE_BYTES, exchange -> {});
  }

  /**
   * Starts a journal. Returns at once: Chronicle Queue, which takes most of a second to its first
   * append, is opened by the writer thread.
   *
   * @param reserveBytes what must stay free on the disk; the journal fails before it takes that
   * @param observer sees each exchange once it is written, on the writer's thread
   * @throws JournalException when the folder cannot be made or written
   */
  public static Journal open(Path folder, long reserveBytes, Consumer<Exchange> observer) {
    return open(folder, () -> new ChronicleSink(folder, reserveBytes), observer);
  }

  static Journal open(Path folder, Supplier<Sink> opening, Consumer<Exchange> observer) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new JournalException(
          "The journal folder " + folder + " cannot be created: " + e.getMessage(), e);
    }
    if (!Files.isWritable(folder)) {
      throw new JournalException("The journal folder " + folder + " cannot be written.");
    }
    Journal journal = new Journal(folder, opening, observer);
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

  /** Whether the journal could not be written; costs a look at a field. */
  public boolean failed() {
    return writer.failed();
  }

  /** Runs the action once if the journal cannot be written, on the writer's thread or at once. */
  public void whenFailed(Consumer<JournalException> action) {
    writer.whenFailed(action);
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
    List<Exchange> found = new ArrayList<>();
    visit(filter, found::add);
    return found;
  }

  /**
   * Shows the exchanges that the filter lets through, in order, one in memory at a time, until the
   * visitor has seen enough.
   *
   * @param visitor says whether it wants to see more
   * @throws JournalException when the journal could not be written
   */
  public void visit(ExchangeFilter filter, Predicate<Exchange> visitor) {
    writer.awaitWritten();
    JournalReader.read(folder, filter, visitor);
  }

  /** Returns when the observer has seen everything appended so far. */
  public void awaitSeen() {
    writer.awaitSeen();
  }

  /** How many exchanges are not on disk yet. */
  public long backlog() {
    return writer.backlog();
  }

  /** How many bytes of memory they hold. */
  public long backlogBytes() {
    return writer.backlogBytes();
  }

  /** Returns when everything appended so far is on disk, and ends the writer. */
  @Override
  public void close() {
    writer.close();
  }
}
