package dev.assay.cli;

import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.engine.simulation.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code assay simulate}: hours of faults in the reference engine, in seconds, from seeds. */
@Command(
    name = "simulate",
    description =
        "Run the reference engine under simulated time, zones and regions, seed by seed, and look"
            + " after every step for what must never be.")
final class SimulateCommand implements Callable<Integer> {
  private static final int MOST_FAILURES = 5;

  private final Surroundings surroundings;

  @Option(
      names = "--seeds",
      defaultValue = "1000",
      paramLabel = "N",
      description = "How many seeds to run (default: ${DEFAULT-VALUE}).")
  private long seeds;

  @Option(
      names = "--first",
      defaultValue = "0",
      paramLabel = "N",
      description = "The first of them (default: ${DEFAULT-VALUE}).")
  private long first;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Run this seed only; a failure tells it.")
  private @Nullable Long seed;

  @Option(
      names = "--steps",
      defaultValue = "160",
      paramLabel = "N",
      description = "Steps of each program, 1 to 100000 (default: ${DEFAULT-VALUE}).")
  private int steps;

  @Option(
      names = "--disk",
      description =
          "Give every seed a disk, with restarts, kills and losses of power, and not only one in"
              + " a hundred; that is slow.")
  private boolean disk;

  @Option(names = "--json", paramLabel = "FILE", description = "Write the result there too.")
  private @Nullable Path json;

  SimulateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (seeds < 1) {
      throw Refusal.usage("--seeds must be at least 1, was " + seeds);
    }
    if (steps < 1 || steps > 100_000) {
      throw Refusal.usage("--steps must be 1 to 100000, was " + steps);
    }
    requireWritable();
    long begin = seed == null ? first : seed;
    long count = seed == null ? seeds : 1;
    Outcome outcome = run(begin, count);
    write(new SimulationJson(begin, count, outcome.done(), steps, disk, outcome.failures()));
    outcome.failures().forEach(this::tell);
    surroundings
        .out()
        .printf(
            "%,d of %,d seeds: %s%n",
            outcome.done(),
            count,
            switch (outcome.failures().size()) {
              case 0 -> "nothing that must never be";
              case 1 -> "1 violation";
              case MOST_FAILURES -> MOST_FAILURES + " violations, and none was looked for after";
              default -> outcome.failures().size() + " violations";
            });
    if (outcome.interrupted()) {
      return ExitCode.INTERRUPTED;
    }
    return outcome.failures().isEmpty() ? ExitCode.OK : ExitCode.DIVERGENCE;
  }

  private record Outcome(long done, List<Simulator.Failure> failures, boolean interrupted) {}

  private Outcome run(long begin, long count) throws InterruptedException {
    AtomicLong next = new AtomicLong(begin);
    AtomicLong done = new AtomicLong();
    AtomicBoolean ended = new AtomicBoolean();
    AtomicBoolean interrupted = new AtomicBoolean();
    AtomicReference<@Nullable IllegalStateException> defect = new AtomicReference<>();
    ConcurrentLinkedQueue<Simulator.Failure> failures = new ConcurrentLinkedQueue<>();
    surroundings
        .interrupts()
        .onInterrupt(
            () -> {
              interrupted.set(true);
              ended.set(true);
            });
    long tenth = Math.max(1, count / 10);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      threads.add(
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (long own = next.getAndIncrement();
                        own < begin + count && !ended.get();
                        own = next.getAndIncrement()) {
                      try {
                        Simulator.run(own, steps, disk).ifPresent(failures::add);
                      } catch (RuntimeException | Error e) {
                        defect.compareAndSet(null, new IllegalStateException("seed " + own, e));
                        ended.set(true);
                      }
                      if (failures.size() >= MOST_FAILURES) {
                        ended.set(true);
                      }
                      long so = done.incrementAndGet();
                      if (so % tenth == 0 && count >= 100) {
                        surroundings.err().printf("%,d of %,d seeds%n", so, count);
                      }
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    IllegalStateException found = defect.get();
    if (found != null) {
      throw found;
    }
    List<Simulator.Failure> inOrder =
        failures.stream()
            .sorted(Comparator.comparingLong(Simulator.Failure::seed))
            .limit(MOST_FAILURES)
            .toList();
    return new Outcome(done.get(), inOrder, interrupted.get());
  }

  private void tell(Simulator.Failure failure) {
    surroundings.out().println("seed " + failure.seed() + ": " + failure.violation());
    failure.history().forEach(step -> surroundings.out().println("    " + step));
    surroundings.out().println("  again with: " + SimulationJson.again(failure));
  }

  /** Checked before the seeds are run, not after. */
  private void requireWritable() {
    if (json == null) {
      return;
    }
    Path folder = json.toAbsolutePath().getParent();
    if (Files.isDirectory(json) || folder == null || !Files.isWritable(folder)) {
      throw Refusal.usage("cannot write to --json " + json);
    }
  }

  private void write(SimulationJson result) {
    if (json == null) {
      return;
    }
    try {
      result.write(json);
    } catch (IOException e) {
      throw Refusal.usage("cannot write to --json " + json + ": " + e.getMessage());
    }
  }
}
