package dev.assay.cli.gameday;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The table of several game days")
class DayTableTest {
  @Test
  void hasALineForEachAndADashForWhatNobodyKnows() {
    DayTable table = new DayTable();
    table.add(
        "az-outage",
        "held",
        new DayTable.Measures(
            OptionalDouble.of(1.96),
            OptionalDouble.of(0),
            OptionalDouble.empty(),
            OptionalDouble.of(6),
            Duration.ofMillis(23_750)));
    table.add("two-zones", "unsupported");
    StringWriter text = new StringWriter();

    table.print(new PrintWriter(text));

    assertThat(text.toString().strip().lines())
        .containsExactly(
            "game day                      verdict           RTO   lost  twice  stale    lasted",
            "az-outage                     held            2.0 s      0      -      6    23.8 s",
            "two-zones                     unsupported         -      -      -      -         -");
  }
}
