package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A reported command line")
class RedactionTest {
  @Test
  void holdsNoKeysHoweverTheyWereGiven() {
    assertThat(
            Redaction.of(
                List.of(
                    "certify",
                    "--access-key",
                    "A",
                    "--secret-key=B",
                    "--session-token",
                    "C",
                    "--direct")))
        .containsExactly(
            "./assay",
            "certify",
            "--access-key",
            "...",
            "--secret-key=...",
            "--session-token",
            "...",
            "--direct");
  }
}
