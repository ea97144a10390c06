package dev.assay.reports;

import dev.assay.reports.event.RunEvent;
import dev.assay.reports.event.RunEvent.RunStarted;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Takes the events of one run as they happen and turns them into documents when asked to.
 *
 * <pre>
 *   accept(event) ──► events.jsonl ──► finish() ──► certificate.html, certificate.json,
 *   (any thread)      (flushed each)               junit.xml, allure-results/, allure-report/
 * </pre>
 *
 * Since documents are read from the file and not from memory, a run that was killed can be rendered
 * later with {@link #render}.
 */
public final class ReportWriter implements AutoCloseable {

  private final RunFolder folder;
  private final EventLog<RunEvent> log;
  private boolean closed;

  private ReportWriter(RunFolder folder, EventLog<RunEvent> log) {
    this.folder = folder;
    this.log = log;
  }

  /**
   * Makes the run's folder {@code <reports>/runs/<time>/} and writes the first event there.
   *
   * @throws ReportException if the folder cannot be written
   */
  public static ReportWriter open(Path reports, RunStarted started) {
    try {
      RunFolder folder = RunFolder.create(reports.toAbsolutePath().normalize(), started.start());
      EventLog<RunEvent> log = EventLog.create(folder.path());
      log.append(started);
      return new ReportWriter(folder, log);
    } catch (IOException e) {
      throw ReportException.cannotWrite(reports, e);
    }
  }

  /**
   * Appends an event; safe from any thread. Events that come after {@link #close} are ignored:
   * after Ctrl-C scenarios still end while the documents are already being written.
   *
   * @throws ReportException if it cannot be written, for example on a full disk
   */
  public synchronized void accept(RunEvent event) {
    if (closed) {
      return;
    }
    try {
      log.append(event);
    } catch (IOException e) {
      throw ReportException.cannotWrite(folder.path(), e);
    }
  }

  /** The run's folder. */
  public Path folder() {
    return folder.path();
  }

  /**
   * Closes the log, renders every document and points {@code latest} at this run. Without a {@link
   * RunEvent.RunFinished} before it the documents say that the run was interrupted.
   *
   * @throws ReportException if a document cannot be written
   */
  public Documents finish() {
    close();
    Documents documents = render(folder.path());
    try {
      folder.becomeLatest();
    } catch (IOException e) {
      throw ReportException.cannotWrite(folder.reports(), e);
    }
    return documents;
  }

  /**
   * Renders the documents of a run's folder from its events, again or for the first time.
   *
   * @throws ReportException if the events cannot be read or a document cannot be written
   */
  public static Documents render(Path runFolder) {
    return Rendering.of(runFolder);
  }

  /** Ends the log; what was accepted stays on disk. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      log.close();
    } catch (IOException e) {
      throw ReportException.cannotWrite(folder.path(), e);
    }
  }
}
