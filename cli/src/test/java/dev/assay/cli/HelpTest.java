package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.problem.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Help")
class HelpTest {
  @TempDir Path folder;

  @Test
  void theVersionComesWithItsCommit() {
    Console console = new Console(folder);
    assertThat(console.run("--version")).isEqualTo(ExitCode.OK);
    assertThat(console.out()).startsWith("assay 1.2.3 (commit abc1234, Java ");
  }

  @Test
  void withoutACommandTheUserSeesWhichThereAre() {
    Console console = new Console(folder);
    assertThat(console.run()).isEqualTo(ExitCode.USAGE);
    assertThat(console.err())
        .contains("certify", "engine", "levers", "proxy", "targets", "Exit codes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bench",
        "bench proxy",
        "certify",
        "check",
        "crash-test",
        "engine",
        "fault",
        "journal",
        "journal list",
        "journal export",
        "journal replay",
        "levers",
        "mutants",
        "proxy",
        "simulate",
        "targets",
        "workload"
      })
  void everyCommandExplainsItself(String command) {
    Console console = new Console(folder);
    assertThat(console.run((command + " --help").split(" "))).isEqualTo(ExitCode.OK);
    assertThat(console.out()).contains("Usage: assay " + command).contains("--help");
  }

  @Test
  void theTargetsAreListedWithWhatTheyNeedAndWhetherTheyAreThere() {
    Console console = new Console(folder);
    assertThat(console.run("targets")).isEqualTo(ExitCode.OK);
    assertThat(console.out())
        .contains("dynamodb-local   3.3.1     no")
        .contains("dynalite         4.0.0     no")
        .contains("missing: dynalite needs node");
  }
}
