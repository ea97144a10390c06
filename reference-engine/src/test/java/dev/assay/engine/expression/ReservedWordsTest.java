package dev.assay.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReservedWordsTest {
  @Test
  void words_are_reserved_in_any_case() {
    assertThat(
            new String[] {"name", "Status", "TTL", "at", "SERIALIZABLE", "AUTHORIZATION", "ZONE"})
        .allMatch(ReservedWords::contain);
  }

  @Test
  void other_words_are_free() {
    assertThat(new String[] {"id", "a", "pk", "names2", "contains", "_name", "LOCALTIMESTAMPS"})
        .noneMatch(ReservedWords::contain);
  }
}
