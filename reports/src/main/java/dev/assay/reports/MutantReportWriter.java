package dev.assay.reports;

import dev.assay.reports.event.MutantEvent;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Takes the events of a trial on mutants as they happen and turns them into documents when asked
 * to.
 *
 * <pre>
 *   accept(event) ──► mutants.jsonl ──► finish() ──► mutants.html, mutants.json
 * </pre>
 */
public final class MutantReportWriter implements AutoCloseable {
  private final RunFolder folder;
  private final EventLog<MutantEvent> log;
  private boolean closed;

  private MutantReportWriter(RunFolder folder, EventLog<MutantEvent> log) {
    this.folder = folder;
    this.log = log;
  }

  /**
   * Makes the trial's folder {@code <reports>/mutants/runs/<time>/} and writes the first event
   * there.
   *
   * @throws ReportException if the folder cannot be written
   */
  public static MutantReportWriter open(Path reports, MutantEvent.TrialStarted started) {
    Path own = reports.toAbsolutePath().normalize().resolve("mutants");
    try {
      RunFolder folder = RunFolder.create(own, started.start());
      EventLog<MutantEvent> log =
          EventLog.create(folder.path().resolve(MutantTrial.FILE_NAME), MutantEvent.class);
      log.append(started);
      return new MutantReportWriter(folder, log);
    } catch (IOException e) {
      throw ReportException.cannotWrite(reports, e);
    }
  }

  /**
   * Appends an event; safe from any thread. Those that come after {@link #close} are ignored.
   *
   * @throws ReportException if it cannot be written, for example on a full disk
   */
  public synchronized void accept(MutantEvent event) {
    if (closed) {
      return;
    }
    try {
      log.append(event);
    } catch (IOException e) {
      throw ReportException.cannotWrite(folder.path(), e);
    }
  }

  /** The trial's folder. */
  public Path folder() {
    return folder.path();
  }

  /**
   * Closes the log, writes the documents and points {@code mutants/latest} at them.
   *
   * @return the page for people
   * @throws ReportException if a document cannot be written
   */
  public Path finish() {
    close();
    Path page = render(folder.path());
    try {
      folder.becomeLatest();
    } catch (IOException e) {
      throw ReportException.cannotWrite(folder.reports(), e);
    }
    return page;
  }

  /**
   * Writes the documents of a trial's folder from its events, again or for the first time.
   *
   * @return the page for people
   * @throws ReportException if the events cannot be read or a document cannot be written
   */
  public static Path render(Path trialFolder) {
    MutantTrial trial;
    try {
      trial = MutantTrial.read(trialFolder);
    } catch (IOException e) {
      throw ReportException.cannotRead(trialFolder, e);
    }
    Path page = trialFolder.resolve("mutants.html");
    try {
      MutantPage.write(trial, page);
      MutantJson.write(trial, trialFolder.resolve("mutants.json"));
    } catch (IOException e) {
      throw ReportException.cannotWrite(trialFolder, e);
    }
    return page;
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
