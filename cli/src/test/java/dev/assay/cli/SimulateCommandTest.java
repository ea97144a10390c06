package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.problem.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("assay simulate")
class SimulateCommandTest {
  @TempDir private Path folder;

  @Test
  void tellsPeopleAndProgramsHowTheSeedsEnded() throws IOException {
    Console console = new Console(folder);
    Path json = folder.resolve("simulation.json");

    int exitCode = console.run("simulate", "--seeds", "3", "--json", json.toString());

    assertThat(exitCode).as(() -> console.err() + console.out()).isEqualTo(ExitCode.OK);
    assertThat(console.out()).contains("3 of 3 seeds: nothing that must never be");
    JsonNode result = new ObjectMapper().readTree(json.toFile());
    assertThat(result.path("seeds_done").asInt()).isEqualTo(3);
    assertThat(result.path("violations").isArray()).isTrue();
    assertThat(result.path("violations")).isEmpty();
  }
}
