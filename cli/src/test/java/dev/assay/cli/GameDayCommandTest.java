package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.problem.ExitCode;
import dev.assay.engine.Engine;
import dev.assay.engine.EngineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A game day from the command line")
class GameDayCommandTest {
  /** Short phases and bounds that a busy machine keeps. */
  private static final String DAY =
      """
      title: Writes are refused
      workload: {name: register, clients: 6, rate: 60, attempts: 1, attempt_timeout_ms: 20000, call_timeout_ms: 20000}
      steady_state:
        - {metric: success_share, at_least: 0.9}
      phases: {warmup_s: 0, baseline_s: 2, fault_s: 2, recovery_s: 60}
      method:
        - after_s: 0
          rule: {id: refused, match: {operation: PutItem}, fault: {kind: error, error: ServiceUnavailable}}
      objectives: {rto_s: 60, rpo_writes: 0, error_share: 1}
      """;

  @TempDir Path folder;

  @Test
  void breaksHealsJudgesAndReportsOnTheReferenceEngine() throws Exception {
    Path file = write(DAY + "  \n");
    Console console = new Console(folder);

    assertThat(console.run("gameday", file.toString(), "--seed", "3"))
        .as(console.out() + console.err())
        .isEqualTo(ExitCode.OK);

    assertThat(console.out()).contains("held     Writes are refused");
    assertThat(console.err())
        .containsSubsequence(
            "baseline", "put rule refused", "everything is healed", "steady state holds again");
    Path run = onlyRun();
    JsonNode report = new ObjectMapper().readTree(run.resolve("gameday.json").toFile());
    assertThat(report.at("/result").asText()).isEqualTo("pass");
    assertThat(report.at("/moments/rules/0/fired").asLong()).isPositive();
    assertThat(report.at("/moments/leftovers")).isEmpty();
    assertThat(report.at("/load/seconds").size()).isGreaterThanOrEqualTo(4);
    assertThat(run.resolve("gameday.html")).content().contains("All ", "promises were kept");
    assertThat(run.resolve("junit.xml")).content().contains("failures=\"0\" errors=\"0\"");
  }

  @Test
  void saysUnknownOfARuleThatMatchedNothing() throws Exception {
    Path file = write(DAY.replace("operation: PutItem", "operation: DeleteItem"));
    Console console = new Console(folder);

    assertThat(console.run("gameday", file.toString()))
        .as(console.out() + console.err())
        .isEqualTo(ExitCode.UNDECIDED);

    assertThat(console.err()).contains("rule refused matched nothing");
    assertThat(console.out()).contains("unknown  method: 1 step; matched nothing: refused");
  }

  @Test
  void healsFirstWhenTheUserWantsItToEnd() throws Exception {
    Path file = write(DAY.replace("fault_s: 2", "fault_s: 600"));
    Console console = new Console(folder);

    try (Running running = new Running(console, "gameday", file.toString())) {
      running.awaitWords("put rule refused");
      console.interrupt();
      assertThat(running.exitCode()).as(console.err()).isEqualTo(ExitCode.INTERRUPTED);
    }

    assertThat(console.err()).containsSubsequence("put rule refused", "everything is healed");
    assertThat(console.out()).contains("ended early by the user", "held     rollback");
    assertThat(onlyRun().resolve("gameday.html")).content().contains("ended before its end");
  }

  @Test
  void reportsAllTheSameWhenTheEndpointDies() throws Exception {
    Engine engine = Engine.start(EngineSettings.defaults());
    Path file = write(DAY.replace("recovery_s: 60", "recovery_s: 1"));
    Console console = new Console(folder);
    String url = "http://127.0.0.1:" + engine.address().getPort();

    try (Running running = new Running(console, "gameday", file.toString(), "--endpoint", url)) {
      running.awaitWords("put rule refused");
      engine.close();
      assertThat(running.exitCode()).as(console.err()).isEqualTo(ExitCode.DIVERGENCE);
    }

    assertThat(console.out())
        .contains(
            "broken   steady state at the end", "unknown  RPO", "nothing was read after load");
    assertThat(onlyRun().resolve("gameday.html")).content().contains("nobody knows");
  }

  @Test
  void isUnsupportedWhereTheTopologyIsMissing() throws Exception {
    Path file = write(DAY + "topology: {regions: [us-east-1, eu-west-1]}\n");
    try (Engine engine = Engine.start(EngineSettings.defaults())) {
      Console console = new Console(folder);
      String url = "http://127.0.0.1:" + engine.address().getPort();

      assertThat(console.run("gameday", file.toString(), "--endpoint", url))
          .isEqualTo(ExitCode.UNDECIDED);

      assertThat(console.out())
          .contains(
              "UNSUPPORTED  Writes are refused", "needs region eu-west-1", "--region-endpoint");
    }
  }

  @Test
  void printsThePlanAndBreaksNothing() throws Exception {
    Console console = new Console(folder);

    assertThat(console.run("gameday", "--dry-run", write(DAY).toString(), "ambiguous-commits"))
        .as(console.err())
        .isEqualTo(ExitCode.OK);

    assertThat(console.out())
        .contains("put rule refused (error)", "Answers to writes are lost", "put rule twice");
    assertThat(folder.resolve("reports")).doesNotExist();
  }

  @Test
  void plansAllThatShipsAtOnce() {
    Console console = new Console(folder);

    assertThat(console.run("gameday", "--all", "--dry-run")).as(console.err()).isEqualTo(0);

    assertThat(console.out().lines().filter(line -> line.startsWith("objectives"))).hasSize(14);
    assertThat(console.err()).doesNotContain("\tat ", "Exception");
  }

  @Test
  void listsWhatShips() {
    Console console = new Console(folder);

    assertThat(console.run("gameday", "--list")).isEqualTo(ExitCode.OK);

    assertThat(console.out().lines().filter(line -> line.contains("needs"))).hasSizeGreaterThan(9);
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "title: Writes are refused | title: [oops | FILE: line 2: this is no YAML: expected",
        "name: register | name: registre | FILE: line 2: workload.name must be a known workload,"
            + " was 'registre'; did you mean 'register'?",
        "clients: 6 | parameters: {keis: 3} | FILE: line 2: workload.parameters.keis is no"
            + " parameter of register; did you mean 'keys'?",
        "clients: 6 | parameters: {keys: 0} | FILE: line 2: workload.parameters.keys must be 1 to"
            + " 100000, was 0",
        "name: register | name: counter | FILE: line 9: objectives.rpo_writes cannot be measured:"
            + " the checker lost-writes does not judge the workload counter; it judges register,"
            + " list-append, unique",
        "objectives: | 'checks: [linearisability]\n"
            + "objectives:' | FILE: line 9: checks must be known checkers, was 'linearisability';"
            + " did you mean 'linearizability'?",
        "objectives: | 'needs: [lever]\n"
            + "objectives:' | FILE: line 9: needs must be known capabilities, was 'lever'; did you"
            + " mean 'levers'?",
        "kind: error | kind: eror | FILE: line 8: method[0].rule.fault.kind",
        "metric: success_share | metric: sucess_share | FILE: line 4: steady_state[0].metric must"
            + " be a known word, was \"sucess_share\"; did you mean \"success_share\"?",
        "rto_s: 60 | rto: 60 | FILE: line 9: objectives.rto is not known; did you mean \"rto_s\"?",
      })
  void refusesWhatIsWrongNamingLineAndField(String good, String bad, String message)
      throws Exception {
    Path file = write(DAY.replace(good, bad.replace("\\n", "\n")));
    Console console = new Console(folder);

    assertThat(console.run("gameday", file.toString())).isEqualTo(ExitCode.USAGE);

    assertThat(console.err()).contains("assay: " + message.replace("FILE", file.toString()));
  }

  @Test
  void refusesWhatIsNoGameDay() {
    Console console = new Console(folder);

    assertThat(console.run("gameday", "az-outrage")).isEqualTo(ExitCode.USAGE);
    assertThat(console.run("gameday")).isEqualTo(ExitCode.USAGE);
    assertThat(console.run("gameday", "--all", "az-outage")).isEqualTo(ExitCode.USAGE);
    assertThat(console.run("gameday", "no/such.yaml")).isEqualTo(ExitCode.USAGE);
    assertThat(console.run("gameday", "az-outage", "--levers", "http://127.0.0.1:1"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(console.run("gameday", "slow-answers", "--endpoint", "http://127.0.0.1:1"))
        .isEqualTo(ExitCode.UNREACHABLE);
    assertThat(console.run("gameday", "slow-answers", "--baseline", folder.toString()))
        .isEqualTo(ExitCode.USAGE);

    assertThat(console.err())
        .contains(
            "there is no game day 'az-outrage'; did you mean 'az-outage'?",
            "which game day?",
            "--all runs those that ship with Assay",
            "there is no file no/such.yaml",
            "--levers only goes with --endpoint or --target",
            "the connection was refused",
            "Cannot read the run's events in " + folder);
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("day.yaml"), yaml);
  }

  private Path onlyRun() throws IOException {
    try (var runs = Files.list(folder.resolve("reports/runs"))) {
      List<Path> all = new ArrayList<>(runs.toList());
      assertThat(all).hasSize(1);
      return all.getFirst();
    }
  }

  /** A command in a thread of its own. */
  private static final class Running implements AutoCloseable {
    private final Console console;
    private final AtomicInteger exit = new AtomicInteger(-1);
    private final Thread thread;

    Running(Console console, String... words) {
      this.console = console;
      this.thread = Thread.ofPlatform().daemon().start(() -> exit.set(console.run(words)));
    }

    void awaitWords(String words) throws InterruptedException {
      while (!console.err().contains(words)) {
        assertThat(thread.join(java.time.Duration.ofMillis(20))).as(console.err()).isFalse();
      }
    }

    int exitCode() throws InterruptedException {
      assertThat(thread.join(java.time.Duration.ofMinutes(2))).isTrue();
      return exit.get();
    }

    @Override
    public void close() {
      console.interrupt();
    }
  }
}
