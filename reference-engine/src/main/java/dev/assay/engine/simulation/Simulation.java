package dev.assay.engine.simulation;

import dev.assay.engine.BackgroundSettings;
import dev.assay.engine.EngineCore;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.lever.LeverException;
import dev.assay.engine.store.Table;
import dev.assay.engine.stream.ShardView;
import dev.assay.engine.stream.Stream;
import dev.assay.engine.stream.StreamPolicy;
import dev.assay.engine.zone.PartitionState;
import dev.assay.engine.zone.ReplicationSettings;
import dev.assay.engine.zone.ZoneControls;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One program, run against one engine; what must hold is looked at after every step. */
final class Simulation {
  static final String TABLE = "sim-table";

  private static final Duration SWEEP_EVERY = Duration.ofSeconds(2);

  private static final Duration BEGINNING = Duration.ofSeconds(10);
  private static final Duration SETTLING = Duration.ofMinutes(2);

  private final Program program;
  private final SimulatedClock clock = new SimulatedClock();
  private final SimulatedScheduler scheduler = new SimulatedScheduler(clock);
  private final AtomicReference<@Nullable Throwable> accident = new AtomicReference<>();
  private final Weather weather = new Weather(clock);
  private final List<String> history = new ArrayList<>();

  private final SplittableRandom drifts;

  private Simulation(Program program) {
    this.program = program;
    this.drifts = new SplittableRandom(program.seed());
  }

  /** How it ended: a violation, and what led to it; or none. */
  record Ending(@Nullable String violation, List<String> history) {}

  static Ending of(Program program) {
    return new Simulation(program).run();
  }

  private EngineSettings settings() {
    Conditions conditions = program.conditions();
    return EngineSettings.defaults()
        .withClock(clock.ofMachine())
        .withDefaultRegion(program.setting().regions().getFirst())
        .withReplication(
            ReplicationSettings.defaults()
                .withSeed(program.seed())
                .withMode(conditions.mode())
                .withPartitionBytes(conditions.partitionBytes())
                .withDetection(Duration.ofMillis(200)))
        .withBackground(
            BackgroundSettings.defaults()
                .withScheduler(scheduler)
                .withSweepEvery(SWEEP_EVERY)
                .withStreams(
                    StreamPolicy.defaults().withRotateAfter(conditions.rotateShardsAfter())))
        .withAccidents(accident::set);
  }

  private Ending run() {
    try (Machine machine = new Machine(settings(), program.conditions().onDisk(), this::beDown)) {
      Store store = new Store(machine);
      World world =
          program.setting() == Setting.EVENTUAL_REGIONS
              ? new EventualWorld(store, weather, program.setting())
              : new AgreedWorld(store, weather, program.conditions());
      try {
        world.begin();
        scheduler.advance(BEGINNING);
        for (Step step : program.steps()) {
          history.add(step.words());
          perform(machine, world, step);
          requireNoAccident();
        }
        finish(machine, world);
        return new Ending(null, history);
      } catch (Violation violation) {
        return new Ending(String.valueOf(violation.getMessage()), history);
      }
    }
  }

  private void perform(Machine machine, World world, Step step) {
    EngineCore core = machine.core();
    switch (step) {
      case Step.Advance advance -> scheduler.advance(Duration.ofMillis(advance.ms()));
      case Step.ToSecond to -> toSecond(to.offsetMs());
      case Step.Pull pull -> {
        weather.disturbed();
        try {
          var unused = core.levers().pull(pull.lever(), pull.arguments());
        } catch (LeverException refused) {
          throw new Violation("the lever cannot be pulled: " + refused.getMessage());
        }
      }
      case Step.Heal ignored -> {
        var unused = core.levers().heal();
        machine.fillDisk(false);
        weather.healed();
      }
      case Step.Restart ignored -> started(world, machine.restart());
      case Step.Kill ignored -> started(world, machine.kill());
      case Step.LosePower lost ->
          started(
              world,
              machine.losePower(
                  () -> lost.unsynced().forEach(world::putUnanswered), lost.keptPercent()));
      case Step.FillDisk ignored -> {
        weather.disturbed();
        machine.fillDisk(true);
      }
      case Step.SplitPartition split -> splitPartition(core, split);
      // A full disk cannot keep the shape of a stream; only whoever asks for another is harmed.
      case Step.SplitShard split when !machine.isDiskFull() -> splitShard(core, split);
      case Step.RollShards roll when !machine.isDiskFull() ->
          streamIn(core, roll.region()).rotate();
      case Step.SplitShard ignored -> note("not while the disk is full");
      case Step.RollShards ignored -> note("not while the disk is full");
      case Step.Consume consume -> note(world.consume(consume));
      case Step.MarkRestore ignored -> world.markRestore();
      case Step.Put put -> note(world.put(put));
      case Step.PutIf put -> note(world.putIf(put));
      case Step.Delete delete -> note(world.delete(delete));
      case Step.Transact transact -> note(world.transact(transact));
      case Step.Read read -> note(world.read(read));
      case Step.QueryIndex query -> note(world.query(query));
    }
  }

  /** Nothing that was planned is done any more, and the clock may be set. */
  private void beDown() {
    scheduler.forgetAll();
    if (program.conditions().zonesAreSkewed()) {
      long most = Programs.MOST_DRIFT_MS;
      clock.drift(Duration.ofMillis(drifts.nextLong(-most, most + 1)));
    }
  }

  private void started(World world, String how) {
    note(how);
    weather.healed();
    world.restarted();
  }

  private void toSecond(int offsetMs) {
    Instant now = clock.instant();
    Instant to = now.truncatedTo(ChronoUnit.SECONDS).plusMillis(offsetMs);
    while (!to.isAfter(now)) {
      to = to.plusSeconds(1);
    }
    scheduler.advance(Duration.between(now, to));
  }

  private static Table tableIn(EngineCore core, String region) {
    return core.region(region).catalog().find(TABLE).orElseThrow();
  }

  private static Stream streamIn(EngineCore core, String region) {
    return core.region(region).streams().enabledOn(tableIn(core, region)).orElseThrow();
  }

  private static void splitPartition(EngineCore core, Step.SplitPartition split) {
    Table table = tableIn(core, split.region());
    ZoneControls zones = core.zones(split.region()).controls();
    List<PartitionState> partitions = zones.partitions(table);
    int id = partitions.get(split.which() % partitions.size()).id();
    List<Integer> unused = zones.split(table, id);
  }

  private static void splitShard(EngineCore core, Step.SplitShard split) {
    Stream stream = streamIn(core, split.region());
    List<String> open =
        stream.shards(null, null).stream()
            .filter(shard -> shard.endingSequenceNumber() == null)
            .map(ShardView::id)
            .toList();
    boolean unused = stream.split(open.get(split.which() % open.size()));
  }

  private void note(String outcome) {
    history.set(history.size() - 1, history.getLast() + ": " + outcome);
  }

  private void finish(Machine machine, World world) {
    history.add("heal everything, wait, and look at all there is");
    var unused = machine.core().levers().heal();
    machine.fillDisk(false);
    weather.healed();
    settle();
    world.finish(() -> settle());
    requireNoAccident();
  }

  /** Long enough for everything that lags to arrive. */
  private void settle() {
    scheduler.advance(SETTLING);
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
