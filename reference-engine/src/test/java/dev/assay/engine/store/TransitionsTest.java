package dev.assay.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.ManualClock;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Changes that are due")
class TransitionsTest {
  private final ManualClock clock = ManualClock.atNoon();
  private final List<Throwable> accidents = new ArrayList<>();
  private final List<String> done = new ArrayList<>();
  private final Transitions transitions = new Transitions(accidents::add);
  private int failuresLeft;

  private void schedule(String name) {
    transitions.schedule(clock.instant(), () -> done.add(name));
  }

  private void scheduleFailing(String name, Throwable failure) {
    transitions.schedule(
        clock.instant(),
        () -> {
          if (failuresLeft-- > 0) {
            sneak(failure);
          }
          done.add(name);
        });
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void sneak(Throwable failure) throws E {
    throw (E) failure;
  }

  @Test
  @DisplayName("do not wait for one that fails of a defect, which is reported and tried again")
  void doNotWaitForADefect() {
    for (Throwable defect : List.of(new IllegalStateException("once"), new LinkageError("once"))) {
      done.clear();
      accidents.clear();
      failuresLeft = 2;
      schedule("before");
      scheduleFailing("failing", defect);
      schedule("behind");

      transitions.settle(clock);
      assertThat(done).containsExactly("before", "behind");
      assertThat(accidents).containsExactly(defect);

      transitions.settle(clock);
      assertThat(accidents).as("not at once").hasSize(1);

      clock.advance(Duration.ofSeconds(1));
      transitions.settle(clock);
      assertThat(accidents).as("the second time").containsExactly(defect, defect);

      clock.advance(Duration.ofSeconds(1));
      transitions.settle(clock);
      assertThat(done).as("the pause doubles").hasSize(2);

      clock.advance(Duration.ofSeconds(1));
      transitions.settle(clock);
      assertThat(done).containsExactly("before", "behind", "failing");
    }
  }

  @Test
  @DisplayName("wait, in their order, for one that the log does not take")
  void waitForTheLog() {
    failuresLeft = 2;
    scheduleFailing(
        "refused", new ServiceException(ErrorType.INTERNAL_SERVER_ERROR, "no room for it"));
    schedule("behind");

    transitions.settle(clock);
    transitions.settle(clock);
    assertThat(done).isEmpty();

    transitions.settle(clock);
    assertThat(done).containsExactly("refused", "behind");
    assertThat(accidents).isEmpty();
  }
}
