package dev.assay.features.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Asks again and again until there is an answer or the deadline has passed.
 *
 * @param clock what deadlines are measured by
 * @param pause lets that much time go by between two attempts
 */
public record Poll(Clock clock, Consumer<Duration> pause) {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

  /** By the clock of the machine. */
  public static Poll real() {
    return new Poll(Clock.systemUTC(), pause -> LockSupport.parkNanos(pause.toNanos()));
  }

  /** One attempt; empty means not yet. */
  public interface Attempt<T, E extends Exception> {
    Optional<T> make() throws E;
  }

  /**
   * The first answer; empty when none came within {@code deadline}. There is always one attempt,
   * and one more when the deadline has just passed.
   */
  public <T, E extends Exception> Optional<T> until(Duration deadline, Attempt<T, E> attempt)
      throws E {
    Instant end = clock.instant().plus(deadline);
    Duration wait = FIRST_PAUSE;
    while (true) {
      boolean last = !clock.instant().isBefore(end) || Thread.currentThread().isInterrupted();
      Optional<T> answer = attempt.make();
      if (answer.isPresent() || last) {
        return answer;
      }
      pause.accept(wait);
      wait =
          wait.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait.multipliedBy(2);
    }
  }
}
