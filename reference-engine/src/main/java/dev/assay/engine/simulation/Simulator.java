package dev.assay.engine.simulation;

import java.util.List;
import java.util.Optional;

/**
 * Runs seeds, and shrinks what fails. A seed, with the number of steps and the version of the
 * engine, decides everything.
 */
public final class Simulator {
  /** Steps of a program unless another number is asked for. */
  public static final int DEFAULT_STEPS = 160;

  private static final int MOST_RUNS = 2_000;

  private Simulator() {}

  /**
   * What a seed found.
   *
   * @param violation what must never be
   * @param history the steps that were left after shrinking, with their outcomes
   * @param steps how many steps the program had before
   * @param allOnDisk as it was asked for
   */
  public record Failure(
      long seed, String violation, List<String> history, int steps, boolean allOnDisk) {}

  /**
   * Runs one seed.
   *
   * @param steps from 1
   * @param allOnDisk whether every seed has a disk, which is slow, and not only a few
   * @return nothing if everything held
   */
  public static Optional<Failure> run(long seed, int steps, boolean allOnDisk) {
    Program program = Programs.of(seed, steps, allOnDisk);
    Simulation.Ending ending = Simulation.of(program);
    if (ending.violation() == null) {
      return Optional.empty();
    }
    Program small = shrink(program);
    Simulation.Ending smallest = Simulation.of(small);
    String violation = smallest.violation();
    return Optional.of(
        violation == null
            ? new Failure(seed, ending.violation(), ending.history(), steps, allOnDisk)
            : new Failure(seed, violation, smallest.history(), steps, allOnDisk));
  }

  /** Leaves out ever smaller parts as long as it still fails, whatever the failure then is. */
  private static Program shrink(Program program) {
    Program smallest = program;
    int runs = 0;
    for (int size = program.steps().size() / 2; size >= 1 && runs < MOST_RUNS; ) {
      boolean smaller = false;
      for (int from = 0; from + size <= smallest.steps().size() && runs < MOST_RUNS; ) {
        Program candidate = smallest.without(from, from + size);
        runs++;
        if (Simulation.of(candidate).violation() != null) {
          smallest = candidate;
          smaller = true;
        } else {
          from += size;
        }
      }
      size = smaller && size > 1 ? size : size / 2;
    }
    return smallest;
  }
}
