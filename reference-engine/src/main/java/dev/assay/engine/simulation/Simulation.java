package dev.assay.engine.simulation;

import dev.assay.engine.BackgroundSettings;
import dev.assay.engine.EngineCore;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.lever.LeverException;
import dev.assay.engine.zone.ReplicationMode;
import dev.assay.engine.zone.ReplicationSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One program, run against one engine; what must hold is looked at after every step. */
final class Simulation {
  static final String TABLE = "sim-table";

  private final Program program;
  private final SimulatedClock clock = new SimulatedClock();
  private final SimulatedScheduler scheduler = new SimulatedScheduler(clock);
  private final AtomicReference<@Nullable Throwable> accident = new AtomicReference<>();
  private final List<String> history = new ArrayList<>();

  private Simulation(Program program) {
    this.program = program;
  }

  /** How it ended: a violation, and what led to it; or none. */
  record Ending(@Nullable String violation, List<String> history) {}

  static Ending of(Program program) {
    return new Simulation(program).run();
  }

  private Ending run() {
    EngineSettings settings =
        EngineSettings.defaults()
            .withClock(clock)
            .withDefaultRegion(program.setting().regions().getFirst())
            .withReplication(
                ReplicationSettings.defaults()
                    .withSeed(program.seed())
                    .withMode(
                        program.seed() % 2 == 0
                            ? ReplicationMode.FAITHFUL
                            : ReplicationMode.ADVERSARIAL)
                    .withDetection(Duration.ofMillis(200)))
            .withBackground(BackgroundSettings.defaults().withScheduler(scheduler))
            .withAccidents(accident::set);
    try (EngineCore core = new EngineCore(settings)) {
      Store store = new Store(core);
      World world =
          program.setting() == Setting.EVENTUAL_REGIONS
              ? new EventualWorld(store, program.setting())
              : new AgreedWorld(store, program.setting());
      try {
        world.begin();
        settle();
        for (Step step : program.steps()) {
          history.add(step.words());
          perform(core, world, step);
          requireNoAccident();
        }
        finish(core, world);
        return new Ending(null, history);
      } catch (Violation violation) {
        return new Ending(String.valueOf(violation.getMessage()), history);
      }
    }
  }

  private void perform(EngineCore core, World world, Step step) {
    switch (step) {
      case Step.Advance advance -> scheduler.advance(Duration.ofMillis(advance.ms()));
      case Step.Pull pull -> {
        try {
          var unused = core.levers().pull(pull.lever(), pull.arguments());
        } catch (LeverException refused) {
          throw new Violation("the lever cannot be pulled: " + refused.getMessage());
        }
      }
      case Step.Heal ignored -> {
        var unused = core.levers().heal();
      }
      case Step.MarkRestore ignored -> {
        // A write belongs to the second that its leader's clock shows, which may be wrong.
        scheduler.advance(Duration.ofMillis(Programs.ZONE_SKEW_MS));
        toTheNextSecond();
        world.markRestore(clock.instant());
        scheduler.advance(Duration.ofMillis(1_001 + Programs.ZONE_SKEW_MS));
      }
      case Step.Put put -> note(world.put(put));
      case Step.PutIf put -> note(world.putIf(put));
      case Step.Delete delete -> note(world.delete(delete));
      case Step.Transact transact -> note(world.transact(transact));
      case Step.Read read -> note(world.read(read));
      case Step.QueryIndex query -> note(world.query(query));
    }
  }

  private void toTheNextSecond() {
    Instant now = clock.instant();
    scheduler.advance(Duration.between(now, now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1)));
  }

  private void note(String outcome) {
    history.set(history.size() - 1, history.getLast() + ": " + outcome);
  }

  private void finish(EngineCore core, World world) {
    history.add("heal everything, wait, and look at all there is");
    var unused = core.levers().heal();
    settle();
    world.finish(() -> settle());
    requireNoAccident();
  }

  /** Long enough for everything that lags to arrive. */
  private void settle() {
    scheduler.advance(Duration.ofMinutes(10));
  }

  private void requireNoAccident() {
    Throwable thrown = accident.get();
    if (thrown != null) {
      StackTraceElement[] trace = thrown.getStackTrace();
      throw new Violation(
          "the engine failed: " + thrown + (trace.length > 0 ? " at " + trace[0] : ""));
    }
  }
}
