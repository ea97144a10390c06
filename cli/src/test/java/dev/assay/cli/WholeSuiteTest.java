package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.problem.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("assay certify")
class WholeSuiteTest {
  @TempDir Path folder;

  @Test
  void theReferenceEnginePassesTheWholeSuiteThroughTheProxy() {
    Console console = new Console(folder);
    int exitCode = console.run("certify");
    assertThat(exitCode).as(() -> console.err() + console.out()).isEqualTo(ExitCode.OK);
    assertThat(console.out()).contains("failed 0,", "error 0", "through the proxy");
    assertThat(console.reports().resolve("latest/certificate.html")).isNotEmptyFile();
    assertThat(console.reports().resolve("latest/junit.xml")).isNotEmptyFile();
    assertThat(console.reports().resolve("latest/journal")).isNotEmptyDirectory();
  }
}
