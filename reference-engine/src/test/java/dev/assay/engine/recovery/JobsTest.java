package dev.assay.engine.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.BackgroundSettings;
import dev.assay.engine.EngineCore;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.ManualClock;
import dev.assay.engine.QueuedScheduler;
import dev.assay.engine.api.Region;
import dev.assay.engine.schedule.GuardedScheduler;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A job")
class JobsTest {
  private final ManualClock clock = ManualClock.atNoon();
  private final QueuedScheduler scheduler = new QueuedScheduler();
  private final List<Throwable> accidents = new ArrayList<>();
  private final List<Optional<Throwable>> ends = new ArrayList<>();
  private final EngineCore core =
      new EngineCore(
          EngineSettings.defaults()
              .withClock(clock)
              .withBackground(BackgroundSettings.defaults().withScheduler(scheduler)));
  private final Region region = core.region(null);
  private final Jobs jobs =
      new Jobs(new GuardedScheduler(scheduler, accidents::add), accidents::add);
  private int released;

  @AfterEach
  void close() {
    core.close();
  }

  /** Work of one part. */
  private Jobs.Work of(Part part) {
    return new Jobs.Work() {
      @Override
      public boolean step() throws IOException {
        part.happen();
        return false;
      }

      @Override
      public void release() {
        released++;
      }
    };
  }

  private interface Part {
    void happen() throws IOException;
  }

  @Test
  void thatEndsInAnErrorOfTheVirtualMachineIsNotInProgressForEver() {
    LinkageError missing = new NoClassDefFoundError("a class that is needed late");
    jobs.begin(
        region,
        Duration.ZERO,
        of(
            () -> {
              throw missing;
            }),
        ends::add);
    scheduler.work();
    assertThat(ends).containsExactly(Optional.of(missing));
    assertThat(released).isEqualTo(1);
  }

  @Test
  void thatCannotGiveBackWhatItHeldIsDoneAllTheSame() {
    IllegalStateException stuck = new IllegalStateException("a file does not close");
    jobs.begin(
        region,
        Duration.ZERO,
        new Jobs.Work() {
          @Override
          public boolean step() {
            return false;
          }

          @Override
          public void release() {
            throw stuck;
          }
        },
        ends::add);
    scheduler.work();
    assertThat(ends).containsExactly(Optional.empty());
    assertThat(accidents).containsExactly(stuck);
  }

  @Test
  void thatNeedNotLastEndsEvenIfTheClockWasSetBackMeanwhile() {
    jobs.begin(region, Duration.ZERO, of(() -> clock.advance(Duration.ofHours(-1))), ends::add);
    scheduler.work();
    assertThat(ends).containsExactly(Optional.empty());
  }

  @Test
  void thatIsToLastIsNotToldBefore() {
    jobs.begin(region, Duration.ofSeconds(2), of(() -> {}), ends::add);
    scheduler.work();
    region.settle();
    assertThat(ends).isEmpty();
    clock.advance(Duration.ofSeconds(2));
    region.settle();
    assertThat(ends).containsExactly(Optional.empty());
    assertThat(released).isEqualTo(1);
  }

  @Test
  void whoseOwnerFailsHoldsNobodyUp() {
    IllegalStateException defect = new IllegalStateException("a defect");
    jobs.begin(
        region,
        Duration.ZERO,
        of(() -> {}),
        end -> {
          throw defect;
        });
    jobs.begin(region, Duration.ZERO, of(() -> {}), ends::add);
    scheduler.work();
    assertThat(accidents).containsExactly(defect);
    assertThat(ends).containsExactly(Optional.empty());
  }
}
