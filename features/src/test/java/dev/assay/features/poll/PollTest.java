package dev.assay.features.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PollTest {
  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = Instant.EPOCH;
  private int attempts;

  private final Poll poll =
      new Poll(
          ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC),
          pause -> {
            pauses.add(pause);
            now = now.plus(pause);
          });

  @Test
  void theFirstAnswerEndsTheWait() {
    Optional<String> answer =
        poll.until(
            Duration.ofSeconds(10), () -> ++attempts == 3 ? Optional.of("yes") : Optional.empty());
    assertThat(answer).contains("yes");
    assertThat(attempts).isEqualTo(3);
    assertThat(pauses).hasSize(2);
  }

  @Test
  void afterTheDeadlineThereIsOneMoreAttemptAndThenNothing() {
    Optional<String> answer =
        poll.until(
            Duration.ofSeconds(3),
            () -> {
              attempts++;
              return Optional.empty();
            });
    assertThat(answer).isEmpty();
    assertThat(now).isBetween(Instant.EPOCH.plusSeconds(3), Instant.EPOCH.plusMillis(3500));
    assertThat(attempts).isEqualTo(pauses.size() + 1);
  }

  @Test
  void pausesGrowToHalfASecond() {
    poll.until(Duration.ofSeconds(5), () -> Optional.<String>empty());
    assertThat(pauses).isSorted();
    assertThat(pauses.getFirst()).isEqualTo(Duration.ofMillis(5));
    assertThat(pauses.getLast()).isEqualTo(Duration.ofMillis(500));
  }
}
