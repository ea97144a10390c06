package dev.assay.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** {@code -Dassay.simulation.seeds=N} and {@code -Dassay.simulation.first=N} choose the seeds. */
@DisplayName("The simulator")
class SimulatorTest {
  private static final int SEEDS = Integer.getInteger("assay.simulation.seeds", 1_000);
  private static final long FIRST = Long.getLong("assay.simulation.first", 0L);

  @Test
  void findsNothingThatMustNeverBe() {
    List<Simulator.Failure> failures = new ArrayList<>();
    for (long seed = FIRST; seed < FIRST + SEEDS && failures.size() < 5; seed++) {
      Simulator.run(seed, Simulator.DEFAULT_STEPS, false).ifPresent(failures::add);
    }
    assertThat(failures).isEmpty();
  }

  @Test
  void doesTheSameForTheSameSeed() {
    for (long seed = 0; seed < 6; seed++) {
      Program program = Programs.of(seed, 120, seed == 5);

      assertThat(Simulation.of(program))
          .isEqualTo(Simulation.of(Programs.of(seed, 120, seed == 5)));
    }
  }

  @Test
  void reachesEverySettingAndEveryKindOfStep() {
    List<Class<?>> kinds = new ArrayList<>();
    for (long seed = 0; seed < 9; seed++) {
      Programs.of(seed, 400, seed > 5).steps().forEach(step -> kinds.add(step.getClass()));
    }

    assertThat(kinds).contains(Step.class.getPermittedSubclasses());
  }
}
