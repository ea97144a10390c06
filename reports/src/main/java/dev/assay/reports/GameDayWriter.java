package dev.assay.reports;

import dev.assay.reports.event.GameDayEvent;
import dev.assay.reports.event.GameDayEvent.DayStarted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes the events of one game day as they happen and turns them into documents when asked to. They
 * are few, and stay in memory too: a disk that is full must not keep anybody from healing.
 *
 * <pre>
 *   accept(event) ──► events.jsonl ──► finish() ──► gameday.html, gameday.json, junit.xml,
 *   (any thread)      (flushed each)               allure-results/, allure-report/
 * </pre>
 */
public final class GameDayWriter implements AutoCloseable {
  private final RunFolder folder;
  private final EventLog<GameDayEvent> log;
  private final DayStarted started;
  private final List<GameDayEvent> events = new ArrayList<>();
  private boolean closed;

  private GameDayWriter(RunFolder folder, EventLog<GameDayEvent> log, DayStarted started) {
    this.folder = folder;
    this.log = log;
    this.started = started;
  }

  /**
   * Makes the run's folder {@code <reports>/runs/<time>/} and writes the first event there.
   *
   * @throws ReportException if the folder cannot be written
   */
  public static GameDayWriter open(Path reports, DayStarted started) {
    try {
      RunFolder folder = RunFolder.create(reports.toAbsolutePath().normalize(), started.start());
      GameDayWriter writer =
          new GameDayWriter(
              folder,
              EventLog.create(folder.path().resolve(EventLog.FILE_NAME), GameDayEvent.class),
              started);
      writer.events.add(started);
      writer.log.append(started);
      return writer;
    } catch (IOException e) {
      throw ReportException.cannotWrite(reports, e);
    }
  }

  /**
   * Appends an event; safe from any thread. Events that come after {@link #close} are ignored. One
   * that cannot be written, for example on a full disk, is in the documents all the same.
   */
  public synchronized void accept(GameDayEvent event) {
    if (closed) {
      return;
    }
    events.add(event);
    try {
      log.append(event);
    } catch (IOException e) {
      // What can be kept is kept in memory; finish() says what cannot be written then.
    }
  }

  /** The run's folder. */
  public Path folder() {
    return folder.path();
  }

  /**
   * Closes the log, renders every document and points {@code latest} at this run.
   *
   * @param baseline the folder of an earlier game day to compare with; if empty, the newest of the
   *     same title in the same reports is, if there is one
   * @throws ReportException if the baseline cannot be read or a document cannot be written
   */
  public GameDayDocuments finish(Optional<Path> baseline) {
    close();
    GameDayDocuments documents =
        new GameDayDocuments(folder.path(), baseline.or(this::newestOfSameTitle));
    render(documents);
    try {
      folder.becomeLatest();
    } catch (IOException e) {
      throw ReportException.cannotWrite(folder.reports(), e);
    }
    return documents;
  }

  /**
   * Whether a folder holds a game day.
   *
   * @throws ReportException if it does not, or cannot be read
   */
  public static void requireGameDay(Path folder) {
    var unused = recordIn(folder);
  }

  private static GameDayRecord recordIn(Path folder) {
    try {
      return GameDayRecord.read(folder);
    } catch (IOException e) {
      throw ReportException.cannotRead(folder, e);
    }
  }

  private void render(GameDayDocuments documents) {
    GameDayRecord day = GameDayRecord.of(events);
    Optional<GameDayRecord> before = documents.baseline().map(GameDayWriter::recordIn);
    try {
      GameDayPage.write(day, before, documents.page());
      GameDayJson.write(day, before, documents.json());
      Run verdicts = GameDayVerdicts.of(day);
      JunitXml.write(verdicts, documents.junitXml());
      AllureResults allure = new AllureResults(documents.allureResults());
      GameDayVerdicts.scenarios(day).forEach(allure::write);
      AllureReport.write(
          verdicts, documents.allureResults(), documents.allureReport(), allure.attachedBytes());
    } catch (IOException e) {
      throw ReportException.cannotWrite(documents.folder(), e);
    }
  }

  private Optional<Path> newestOfSameTitle() {
    try (Stream<Path> runs = Files.list(folder.reports().resolve("runs"))) {
      List<Path> newestFirst =
          runs.filter(run -> !run.equals(folder.path())).sorted(Comparator.reverseOrder()).toList();
      return newestFirst.stream().filter(this::hasSameTitle).findFirst();
    } catch (IOException e) {
      // Without the list there is nothing to compare with.
      return Optional.empty();
    }
  }

  private boolean hasSameTitle(Path run) {
    Path events = run.resolve(EventLog.FILE_NAME);
    if (!Files.isRegularFile(events)) {
      return false;
    }
    try (Stream<String> lines = Files.lines(events)) {
      Optional<String> first = lines.findFirst();
      return first.isPresent()
          && first.get().contains("\"game-day-started\"")
          && EventJson.MAPPER.readValue(first.get(), GameDayEvent.class) instanceof DayStarted other
          && other.title().equals(started.title());
    } catch (IOException | java.io.UncheckedIOException e) {
      return false;
    }
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
      // As above: the documents are made of what is in memory.
    }
  }
}
