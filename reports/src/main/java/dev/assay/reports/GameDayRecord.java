package dev.assay.reports;

import dev.assay.reports.event.GameDayEvent;
import dev.assay.reports.event.GameDayEvent.Checked;
import dev.assay.reports.event.GameDayEvent.DayFinished;
import dev.assay.reports.event.GameDayEvent.DayStarted;
import dev.assay.reports.event.GameDayEvent.Happened;
import dev.assay.reports.event.GameDayEvent.Judged;
import dev.assay.reports.event.GameDayEvent.Measured;
import dev.assay.reports.event.GameDayEvent.Moments;
import dev.assay.reports.event.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the events of a game day add up to.
 *
 * @param moments empty if it was cut short before anybody looked back
 * @param complete whether it came to its end, and the user did not end it
 */
record GameDayRecord(
    DayStarted started,
    List<Happened> happened,
    Measured measured,
    Optional<Moments> moments,
    List<Checked> checked,
    List<Judged> judged,
    boolean complete,
    Instant lastSeen) {

  static GameDayRecord read(Path folder) throws IOException {
    Fold fold = new Fold();
    EventLog.read(folder.resolve(EventLog.FILE_NAME), GameDayEvent.class, fold::accept);
    return fold.result()
        .orElseThrow(() -> new IOException("the event game-day-started is missing"));
  }

  /** Of a game day whose first event is among them. */
  static GameDayRecord of(List<GameDayEvent> events) {
    Fold fold = new Fold();
    events.forEach(fold::accept);
    return fold.result().orElseThrow();
  }

  /** Broken if one thing is, unknown if one is or the end is missing. */
  Outcome overall() {
    if (judged.stream().anyMatch(one -> one.outcome() == Outcome.FAIL)) {
      return Outcome.FAIL;
    }
    boolean open =
        judged.isEmpty() || judged.stream().anyMatch(one -> one.outcome() != Outcome.PASS);
    return open || !complete ? Outcome.ERROR : Outcome.PASS;
  }

  Duration duration() {
    return Duration.between(started.start(), lastSeen);
  }

  /** Seconds from the first sample to a moment. */
  double at(Instant moment) {
    return Duration.between(measured.from(), moment).toNanos() / 1e9;
  }

  private static final class Fold {
    private @Nullable DayStarted started;
    private final List<Happened> happened = new ArrayList<>();
    private @Nullable Measured measured;
    private @Nullable Moments moments;
    private final List<Checked> checked = new ArrayList<>();
    private final List<Judged> judged = new ArrayList<>();
    private boolean complete;
    private Instant lastSeen = Instant.EPOCH;

    void accept(GameDayEvent event) {
      switch (event) {
        case DayStarted day -> {
          started = day;
          lastSeen = day.start();
        }
        case Happened one -> {
          happened.add(one);
          lastSeen = one.at();
        }
        case Measured seconds -> measured = seconds;
        case Moments found -> moments = found;
        case Checked one -> checked.add(one);
        case Judged one -> judged.add(one);
        case DayFinished end -> {
          complete = !end.interrupted();
          lastSeen = end.end();
        }
      }
    }

    /** Empty without its first event. */
    Optional<GameDayRecord> result() {
      DayStarted day = started;
      return day == null ? Optional.empty() : Optional.of(record(day));
    }

    private GameDayRecord record(DayStarted day) {
      return new GameDayRecord(
          day,
          List.copyOf(happened),
          measured == null ? new Measured(day.start(), List.of()) : measured,
          Optional.ofNullable(moments),
          List.copyOf(checked),
          List.copyOf(judged),
          complete,
          lastSeen);
    }
  }
}
