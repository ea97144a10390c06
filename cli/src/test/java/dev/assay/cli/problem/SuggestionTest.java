package dev.assay.cli.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A suggestion")
class SuggestionTest {
  @Test
  void isTheNearestName() {
    assertThat(Suggestion.forUnknown("dynalit", List.of("dynamodb-local", "dynalite")))
        .isEqualTo("; did you mean 'dynalite'?");
  }

  @Test
  void ignoresCase() {
    assertThat(Suggestion.forUnknown("CORE", List.of("core", "strict")))
        .isEqualTo("; did you mean 'core'?");
  }

  @Test
  void isTheWholeListWhenNothingIsNearAndTheListIsShort() {
    assertThat(Suggestion.forUnknown("zzz", List.of("core", "strict")))
        .isEqualTo("; known are: core, strict");
  }

  @Test
  void isNothingWhenNothingIsNearInALongList() {
    List<String> many = IntStream.range(0, 100).mapToObj(i -> "name-" + i).toList();
    assertThat(Suggestion.forUnknown("zzzzzz", many)).isEmpty();
  }
}
