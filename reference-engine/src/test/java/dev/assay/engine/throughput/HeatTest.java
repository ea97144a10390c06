package dev.assay.engine.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A partition that stays above its ceiling")
class HeatTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Allowance THOUSAND = new Allowance(true, 1000, 0);
  private static final long LOW_HALF = 1;
  private static final long HIGH_HALF = -1;

  private static final long HOT = 5_000;

  private final List<Long> splits = new ArrayList<>();
  private final Meter meter = new Meter(Direction.WRITE, splits::add);

  /** Writes 600 units of each key in each second, and says in how many one was refused. */
  private int refusedSeconds(int from, int to, long... keys) {
    Map<Long, Integer> units = new TreeMap<>();
    for (long key : keys) {
      units.merge(key, 600, Integer::sum);
    }
    return refusedSeconds(meter, THOUSAND, from, to, units);
  }

  /** Uses so many units of each key in each second, 100 at a time. */
  private static int refusedSeconds(
      Meter meter, Allowance allowance, int from, int to, Map<Long, Integer> units) {
    int refused = 0;
    for (int second = from; second < to; second++) {
      Instant now = START.plusSeconds(second);
      boolean any = false;
      for (Map.Entry<Long, Integer> each : units.entrySet()) {
        for (int used = 0; used < each.getValue(); used += 100) {
          if (meter.exceeded(allowance, each.getKey(), now) == null) {
            meter.charge(allowance, each.getKey(), 100, now);
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
    assertThat(splits).hasSize(1);
    assertThat(Long.toUnsignedString(splits.getFirst()))
        .isEqualTo(Long.toUnsignedString(Long.MIN_VALUE + 1));
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

  @Test
  void gives_a_key_that_is_most_of_its_load_a_partition_of_its_own() {
    Map<Long, Integer> units = Map.of(HOT - 7, 200, HOT, 900, HOT + 9, 300);
    assertThat(refusedSeconds(meter, THOUSAND, 0, 300, units)).isEqualTo(300);

    assertThat(refusedSeconds(meter, THOUSAND, 300, 420, units)).isEqualTo(1);
    assertThat(splits).containsExactly(HOT, HOT + 1);
  }

  @Test
  void serves_a_key_that_is_alone_in_it_a_partition_s_units_and_no_more() {
    Meter reads = new Meter(Direction.READ, splits::add);
    Allowance plenty = new Allowance(true, 40_000, 0);
    assertThat(refusedSeconds(reads, plenty, 0, 600, Map.of(HOT, 3_100, HOT + 1, 1_000)))
        .isGreaterThan(500);
    int alone = splits.size();

    assertThat(refusedSeconds(reads, plenty, 700, 1_300, Map.of(HOT, 3_000)))
        .isLessThanOrEqualTo(1);
    assertThat(refusedSeconds(reads, plenty, 1_300, 2_000, Map.of(HOT, 3_200))).isGreaterThan(600);
    assertThat(splits).hasSize(alone);
  }
}
