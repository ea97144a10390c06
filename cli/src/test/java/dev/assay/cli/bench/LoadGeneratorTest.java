package dev.assay.cli.bench;

import static dev.assay.cli.bench.SimulatedStore.MILLI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("The load generator")
class LoadGeneratorTest {
  private static final long FOUR_SECONDS = Duration.ofSeconds(4).toNanos();
  private static final Offset<Double> ONE_PERCENT_OF_A_SECOND_IN_MILLIS = within(10.0);

  private static final Requests ANY =
      new Requests() {
        @Override
        public void next(int connection, ByteBuffer into) {}

        @Override
        public boolean accepts(String body) {
          return body.startsWith("{");
        }
      };

  private static LoadGenerator over(SimulatedStore store) {
    return new LoadGenerator(store, store, () -> false);
  }

  private static Measurement atFixedRate(SimulatedStore store, double perSecond) {
    return over(store).run(ANY, new Pace.Fixed(perSecond), FOUR_SECONDS, Long.MAX_VALUE);
  }

  /** Answers in a millisecond, but nothing at all between the first and the second second. */
  private static long stallingForASecond(long sent) {
    boolean stalled = sent + MILLI >= 1_000 * MILLI && sent < 2_000 * MILLI;
    return stalled ? 2_000 * MILLI : sent + MILLI;
  }

  @Nested
  @DisplayName("at a fixed rate")
  class AtAFixedRate {
    @Test
    void sendsEveryRequestThatTheRateAsksForEvenWhenTheStoreStalls() {
      Measurement measured =
          atFixedRate(new SimulatedStore(8, LoadGeneratorTest::stallingForASecond), 1_000);

      assertThat(measured.answered()).isEqualTo(4_000);
      assertThat(measured.errors()).isZero();
    }

    @Test
    void showsAStallToEveryRequestThatWasDueDuringIt() {
      Measurement measured =
          atFixedRate(new SimulatedStore(8, LoadGeneratorTest::stallingForASecond), 1_000);

      // A quarter of all requests fell due during the stall and waited half a second on average,
      // the first a whole one.
      assertThat(measured.millisAt(50)).isCloseTo(1.0, within(0.1));
      assertThat(measured.millisAt(99)).isCloseTo(960, ONE_PERCENT_OF_A_SECOND_IN_MILLIS);
      assertThat(measured.millisAt(87.5)).isCloseTo(500, within(130.0));
      assertThat(measured.millisAt(100)).isCloseTo(1_001, ONE_PERCENT_OF_A_SECOND_IN_MILLIS);
    }

    @Test
    void wouldHaveHiddenThatStallHadItMeasuredFromTheMomentOfSending() {
      Measurement coordinated =
          over(new SimulatedStore(8, LoadGeneratorTest::stallingForASecond))
              .run(ANY, new Pace.Saturating(), FOUR_SECONDS, Long.MAX_VALUE);

      assertThat(coordinated.millisAt(99.9)).isCloseTo(1.0, within(0.1));
    }

    @Test
    void countsTheTimeThatRequestsWaitForABusyConnection() {
      // One connection and 10 ms an answer make 100 requests a second; 200 are asked for, so the
      // queue grows for 4 s.
      Measurement measured = atFixedRate(new SimulatedStore(1, sent -> sent + 10 * MILLI), 200);

      assertThat(measured.answered()).isEqualTo(800);
      assertThat(measured.millisAt(100)).isCloseTo(4_000, within(50.0));
    }

    @Test
    void countsRequestsThatGetNoAnswerAsErrorsThatTookAllTheTimeThereWas() {
      Measurement measured = atFixedRate(new SimulatedStore(2, sent -> Long.MAX_VALUE), 100);

      assertThat(measured.answered()).isZero();
      assertThat(measured.errors())
          .as("2 without answer, 398 that could not be sent")
          .isEqualTo(400);
      assertThat(measured.millisAt(100)).isCloseTo(14_000, within(100.0));
      assertThat(measured.firstError()).contains("no answer when the run had to end");
    }
  }

  @Nested
  @DisplayName("at saturation")
  class AtSaturation {
    @Test
    void keepsEveryConnectionBusyAndCountsWhatIsAnswered() {
      Measurement measured =
          over(new SimulatedStore(8, sent -> sent + 2 * MILLI))
              .run(ANY, new Pace.Saturating(), FOUR_SECONDS, Long.MAX_VALUE);

      assertThat(measured.perSecond()).isCloseTo(4_000, within(1.0));
    }

    @Test
    void endsWithTheLastReplyOnceAsManyRequestsAsWantedAreSent() {
      SimulatedStore store = new SimulatedStore(8, sent -> sent + 2 * MILLI);

      Measurement measured = over(store).run(ANY, new Pace.Saturating(), FOUR_SECONDS, 20);

      assertThat(measured.answered()).isEqualTo(20);
      assertThat(measured.perSecond()).as("three turns of 2 ms").isCloseTo(20 / 0.006, within(1.0));
      assertThat(store.underWay()).isZero();
    }
  }

  @Nested
  @DisplayName("counts as errors")
  class Errors {
    private static Measurement of(Reply reply) {
      return over(new SimulatedStore(1, sent -> sent + MILLI).replying(reply))
          .run(ANY, new Pace.Saturating(), FOUR_SECONDS, 10);
    }

    @Test
    void refusalsWithWhatTheStoreSaid() {
      Measurement measured = of(new Reply.Http(400, "{\"__type\":\"ValidationException\"}"));

      assertThat(measured.errors()).isEqualTo(1);
      assertThat(measured.answered()).isEqualTo(9);
      assertThat(measured.firstError()).contains("HTTP 400 {\"__type\":\"ValidationException\"}");
    }

    @Test
    void answersWhoseBodyIsNotWhatWasAskedFor() {
      assertThat(of(new Reply.Http(200, "<html>")).firstError())
          .contains("an unexpected answer: HTTP 200 <html>");
    }

    @Test
    void lostConnections() {
      assertThat(of(new Reply.Lost("it went away")).firstError()).contains("it went away");
    }
  }

  @Test
  void stopsAtOnceWhenTheUserInterruptsIt() {
    AtomicBoolean interrupted = new AtomicBoolean();
    SimulatedStore store =
        new SimulatedStore(
            2,
            sent -> {
              interrupted.set(sent > 1_000 * MILLI);
              return sent + MILLI;
            });

    Measurement measured =
        new LoadGenerator(store, store, interrupted::get)
            .run(ANY, new Pace.Saturating(), FOUR_SECONDS, Long.MAX_VALUE);

    assertThat(measured.requests()).isLessThan(2_100);
  }
}
