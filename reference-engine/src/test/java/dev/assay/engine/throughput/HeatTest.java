package dev.assay.engine.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A partition that stays above its ceiling")
class HeatTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Allowance THOUSAND = new Allowance(true, 1000, 0);
  private static final long LOW_HALF = 1;
  private static final long HIGH_HALF = -1;

  private final List<Long> splits = new ArrayList<>();
  private final Meter meter = new Meter(Direction.WRITE, splits::add);

  /** Writes 600 units of each key in each second, and says in how many one was refused. */
  private int refusedSeconds(int from, int to, long... keys) {
    int refused = 0;
    for (int second = from; second < to; second++) {
      Instant now = START.plusSeconds(second);
      boolean any = false;
      for (long key : keys) {
        for (int write = 0; write < 6; write++) {
          if (meter.exceeded(THOUSAND, key, now) == null) {
            meter.charge(THOUSAND, key, 100, now);
          } else {
            any = true;
          }
        }
      }
      refused += any ? 1 : 0;
    }
    return refused;
  }

  @Test
  void splits_after_five_minutes_so_that_its_halves_serve_twice_as_much() {
    assertThat(refusedSeconds(0, 300, LOW_HALF, HIGH_HALF)).isEqualTo(300);

    assertThat(refusedSeconds(300, 420, LOW_HALF, HIGH_HALF)).isEqualTo(1);
    assertThat(splits).containsExactly(Long.MIN_VALUE);
  }

  @Test
  void stays_whole_when_the_heat_lets_up() {
    assertThat(refusedSeconds(0, 240, LOW_HALF, HIGH_HALF)).isEqualTo(240);

    assertThat(refusedSeconds(400, 600, LOW_HALF, HIGH_HALF)).isEqualTo(200);
    assertThat(splits).isEmpty();
  }

  @Test
  void does_not_serve_one_key_any_faster() {
    assertThat(refusedSeconds(0, 900, LOW_HALF, LOW_HALF)).isGreaterThan(880);
  }
}
