package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.problem.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("assay mutants")
class MutantsCommandTest {
  @TempDir private Path folder;
  private Console console;

  @BeforeEach
  void newConsole() {
    console = new Console(folder);
  }

  private JsonNode matrix() throws IOException {
    return new ObjectMapper()
        .readTree(Files.readString(console.reports().resolve("mutants/latest/mutants.json")));
  }

  @Test
  void saysWhichScenariosCaughtWhichMutant() throws IOException {
    int exitCode =
        console.run(
            "mutants",
            "--mutant",
            "strip-filter,lose-put",
            "--id",
            "QRY-FILT-001,QRY-KEY-001,PUT-BASIC-001");

    assertThat(exitCode).as(() -> console.err() + console.out()).isEqualTo(ExitCode.OK);
    assertThat(console.out())
        .contains("2 mutants: 2 caught, 0 survived, 0 not exercised, 0 waiting");
    assertThat(console.err()).contains("Without a mutant: 3 passed, 0 failed, 0 error");
    JsonNode mutants = matrix().path("mutants");
    assertThat(mutants.path(0).path("name").asText()).isEqualTo("strip-filter");
    assertThat(mutants.path(0).path("killers").toString()).isEqualTo("[\"QRY-FILT-001\"]");
    assertThat(mutants.path(1).path("killers").toString()).contains("PUT-BASIC-001");
    assertThat(console.reports().resolve("mutants/latest/mutants.html")).isNotEmptyFile();
  }

  @Test
  void namesASurvivorAndOneThatNothingExercised() throws IOException {
    int exitCode =
        console.run(
            "mutants",
            "--mutant",
            "write-twice",
            "--mutant",
            "lose-tags,restore-earlier",
            "--id",
            "PUT-BASIC-001");

    assertThat(exitCode).isEqualTo(ExitCode.DIVERGENCE);
    assertThat(console.out())
        .contains("3 mutants: 0 caught, 1 survived, 2 not exercised, 0 waiting")
        .contains("SURVIVED       write-twice: a write is delivered twice")
        .contains("NOT EXERCISED  lose-tags: tags are taken note of and forgotten")
        .contains("NOT EXERCISED  restore-earlier: ");
    assertThat(matrix().path("totals").toString())
        .isEqualTo("{\"mutants\":3,\"caught\":0,\"survived\":1,\"not_exercised\":2,\"waiting\":0}");
  }

  @Test
  void listsTheMutants() {
    assertThat(console.run("mutants", "--list")).isEqualTo(ExitCode.OK);
    assertThat(console.out())
        .contains("strip-consistent-read")
        .contains("restore-earlier")
        .contains("mutants");
  }

  @Test
  void suggestsTheNearestMutant() {
    assertThat(console.run("mutants", "--mutant", "strip-fliter")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err())
        .contains("there is no mutant 'strip-fliter'")
        .contains("strip-filter");
  }

  @Test
  void refusesAmazonsOwnService() {
    int exitCode = console.run("mutants", "--endpoint", "https://dynamodb.eu-west-2.amazonaws.com");
    assertThat(exitCode).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("Amazon refuses what was changed");
  }

  @Test
  void wantsAtLeastOneScenarioToFail() {
    assertThat(console.run("mutants", "--enough", "0")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("--enough must be at least 1, was 0");
  }
}
