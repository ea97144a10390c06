package dev.assay.cli.gameday;

import dev.assay.cli.process.MachineLoad;
import dev.assay.fault.gameday.Load;
import dev.assay.fault.gameday.RigException;
import dev.assay.fault.gameday.Sample;
import dev.assay.features.history.History;
import dev.assay.features.history.Op;
import dev.assay.features.history.Outcome;
import dev.assay.features.workload.Place;
import dev.assay.features.workload.WorkloadException;
import dev.assay.features.workload.WorkloadRun;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A run of a workload as the load of a game day. */
final class WorkloadLoad implements Load {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration PATIENCE_AT_INTERRUPT = Duration.ofSeconds(5);

  /** Answers of a store that is well: the condition did not hold. */
  private static final Set<String> ANSWERS =
      Set.of("ConditionalCheckFailedException", "TransactionCanceledException");

  private final WorkloadRun run;
  private final Map<String, Place> places;
  private final BooleanSupplier answers;
  private final BooleanSupplier interrupted;
  private volatile @Nullable Thread clients;

  /**
   * @param places of all regions that clients may be sent to
   * @param answers whether the target can be asked for anything in the end
   * @param interrupted whether the user wants it to end
   */
  WorkloadLoad(
      WorkloadRun run,
      Map<String, Place> places,
      BooleanSupplier answers,
      BooleanSupplier interrupted) {
    this.run = run;
    this.places = Map.copyOf(places);
    this.answers = answers;
    this.interrupted = interrupted;
  }

  @Override
  public void setup() throws RigException {
    try {
      run.setup();
    } catch (WorkloadException e) {
      throw new RigException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void begin() {
    clients = Thread.ofPlatform().daemon().name("gameday-load").start(this::work);
  }

  private void work() {
    try {
      run.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Sample sample(long fromNanos, long toNanos) {
    long ok = 0;
    long failed = 0;
    long inDoubt = 0;
    double waitedNanos = 0;
    Map<String, Long> errors = new HashMap<>();
    List<Op> underWay = run.underWay(fromNanos, toNanos);
    double[] millis = new double[underWay.size()];
    int measured = 0;
    for (Op op : underWay) {
      if (!isClients(op)) {
        continue;
      }
      waitedNanos +=
          Math.min(op.completedNanos(), toNanos) - Math.max(op.invokedNanos(), fromNanos);
      if (op.completedNanos() >= toNanos) {
        continue;
      }
      if (isAnswered(op)) {
        ok++;
        millis[measured++] = (op.completedNanos() - op.invokedNanos()) / 1e6;
        continue;
      }
      error(op.outcome()).ifPresent(name -> errors.merge(name, 1L, Long::sum));
      if (op.unknown()) {
        inDoubt++;
      } else {
        failed++;
      }
    }
    double[] sorted = Arrays.copyOf(millis, measured);
    Arrays.sort(sorted);
    return new Sample(
        (toNanos - fromNanos) / 1e9,
        ok,
        failed,
        inDoubt,
        errors,
        waitedNanos / 1e9,
        at(sorted, 0.5),
        at(sorted, 0.99));
  }

  private static Optional<String> error(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Ok ok -> Optional.empty();
      case Outcome.Applied applied -> Optional.of(applied.error());
      case Outcome.Fail fail -> Optional.of(fail.error());
      case Outcome.Unknown unknown -> Optional.of(unknown.error());
    };
  }

  @Override
  public Optional<String> circumstances() {
    return MachineLoad.words();
  }

  /** Those that read streams, fill the table and ask in the end are no load. */
  private static boolean isClients(Op op) {
    return op.client().matches("c[0-9]+");
  }

  private static boolean isAnswered(Op op) {
    return switch (op.outcome()) {
      case Outcome.Ok ok -> true;
      case Outcome.Applied applied -> false;
      case Outcome.Fail fail -> ANSWERS.contains(fail.error());
      case Outcome.Unknown unknown -> false;
    };
  }

  private static OptionalDouble at(double[] sorted, double share) {
    return sorted.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(sorted[(int) Math.ceil(share * sorted.length) - 1]);
  }

  @Override
  public void mark(String words) {
    run.mark(words);
  }

  @Override
  public String table() {
    return run.table();
  }

  @Override
  public void useTable(String table) {
    run.useTable(table);
  }

  @Override
  public void useRegion(String region) throws RigException {
    Place place = places.get(region);
    if (place == null) {
      throw new RigException("the target has no region " + region);
    }
    run.usePlace(place);
  }

  @Override
  public void deleteAllItems() throws RigException {
    try {
      run.mark("deleted " + run.deleteAllItems() + " items");
    } catch (WorkloadException e) {
      throw new RigException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void end() throws InterruptedException {
    run.stop();
    Thread working = clients;
    if (working != null) {
      working.join();
    }
    // A target that is gone cannot be asked what it kept: the checkers then say that they do not
    // know.
    if (answers.getAsBoolean()) {
      run.settle(interrupted.getAsBoolean() ? PATIENCE_AT_INTERRUPT : PATIENCE);
    }
  }

  /** Everything that the clients saw. */
  History history() {
    return run.history();
  }

  /** Deletes the tables; the name of one that is still there. */
  Optional<String> teardown() {
    return answers.getAsBoolean() ? run.teardown() : Optional.of(run.table());
  }
}
