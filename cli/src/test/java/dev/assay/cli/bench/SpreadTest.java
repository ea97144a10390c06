package dev.assay.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A spread")
class SpreadTest {
  @Test
  void hasTheMiddleOfAnOddNumberOfValues() {
    assertThat(Spread.of(List.of(9.0, 1.0, 4.0))).isEqualTo(new Spread(1, 4, 9));
  }

  @Test
  void hasTheMeanOfTheMiddleTwoOfAnEvenNumberOfValues() {
    assertThat(Spread.of(List.of(9.0, 1.0, 4.0, 6.0))).isEqualTo(new Spread(1, 5, 9));
  }

  @Test
  void comparesWhatWasMeasuredInTheSameRound() {
    // The machine got four times slower after the first round; both met that, and the ratio is the
    // same.
    assertThat(Spread.ofRatios(List.of(4_000.0, 1_000.0, 1_000.0), List.of(1_000.0, 250.0, 250.0)))
        .isEqualTo(new Spread(4, 4, 4));
  }

  @Test
  void isNotTheRatioOfTheMedians() {
    assertThat(Spread.ofRatios(List.of(10.0, 20.0, 90.0), List.of(10.0, 10.0, 15.0)))
        .isEqualTo(new Spread(1, 2, 6));
  }
}
