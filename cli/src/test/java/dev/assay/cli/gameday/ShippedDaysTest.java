package dev.assay.cli.gameday;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A game day that ships")
class ShippedDaysTest {
  @ParameterizedTest(name = "{0} is well formed, says what it shows, and lasts less than a minute")
  @MethodSource("dev.assay.cli.gameday.ShippedDays#names")
  void isWellFormed(String name) {
    Validation.Valid valid = Validation.of(DayFile.read(name));

    assertThat(valid.warnings()).isEmpty();
    assertThat(valid.checkers()).isNotEmpty();
    assertThat(valid.file().day().about()).isNotEmpty();
    assertThat(valid.file().day().objectives().rtoSeconds()).isPresent();
    assertThat(valid.file().day().phases().total()).isLessThan(60);
  }
}
