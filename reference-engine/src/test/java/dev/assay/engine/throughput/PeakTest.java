package dev.assay.engine.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The previous peak of an on-demand table")
class PeakTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void counts_half_an_hour_later() {
    Peak peak = new Peak();
    peak.use(700, START);
    peak.use(300, START.plusMillis(500));
    peak.use(10, START.plusSeconds(1));

    assertThat(peak.units(START.plus(Peak.DELAY).minusSeconds(1))).isZero();
    assertThat(peak.units(START.plus(Peak.DELAY))).isEqualTo(1000);
  }

  @Test
  void stays_when_use_falls() {
    Peak peak = new Peak();
    peak.use(900, START);
    peak.use(50, START.plusSeconds(60));
    peak.use(1, START.plusSeconds(120));

    assertThat(peak.units(START.plusSeconds(90_000))).isEqualTo(900);
  }
}
