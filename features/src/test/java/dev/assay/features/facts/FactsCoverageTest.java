package dev.assay.features.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FactsCoverageTest {
  private static final Path TABLE = Path.of("..", "docs", "facts-coverage.md");

  @Test
  void everyFactHasAScenarioOrAReasonForHavingNone() {
    assertThat(FactsCoverage.load().problems()).isEmpty();
  }

  @Test
  void theCommittedTableIsTheGeneratedOne() throws IOException {
    assertThat(Files.readString(TABLE))
        .as("write it anew as features/README.md says")
        .isEqualTo(FactsCoverage.load().table());
  }

  @Test
  void aFactWithNeitherIsNamed() {
    TreeMap<Integer, String> reasons = new TreeMap<>();
    for (int fact = 1; fact <= 187; fact++) {
      reasons.put(fact, "because");
    }
    assertThat(FactsCoverage.of(List.of(), reasons).problems())
        .containsExactly("fact 188 has no scenario and no reason for that");
  }

  @Test
  void aReasonForAFactThatDoesNotExistIsNamed() {
    TreeMap<Integer, String> reasons = new TreeMap<>();
    reasons.put(189, "because");
    assertThat(FactsCoverage.of(List.of(), reasons).problems()).contains("there is no fact 189");
  }

  @Test
  void aReasonIsANumberATabAndASentence() {
    assertThat(NotCoverable.read(List.of("# comment", "", "15\tnobody knows")))
        .containsExactly(java.util.Map.entry(15, "nobody knows"));
    assertThatThrownBy(() -> NotCoverable.read(List.of("15 nobody knows")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NotCoverable.read(List.of("15\ta", "15\tb")))
        .hasMessageContaining("two lines for fact 15");
  }
}
