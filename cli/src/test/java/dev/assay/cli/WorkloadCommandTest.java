package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.problem.ExitCode;
import dev.assay.engine.Engine;
import dev.assay.engine.EngineSettings;
import dev.assay.features.history.History;
import dev.assay.features.history.HistoryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A workload")
class WorkloadCommandTest {
  private static final String BAD =
      """
      {"type":"history","version":1,"workload":"register","seed":1,"endpoints":["here"],"parameters":{}}
      {"type":"invoke","op":0,"time_ns":1000,"client":"c0","at":"here","f":"write","key":"k","new":1}
      {"type":"ok","op":0,"time_ns":2000,"attempts":1}
      {"type":"invoke","op":1,"time_ns":3000,"client":"c0","at":"here","f":"write","key":"k","new":2}
      {"type":"ok","op":1,"time_ns":4000,"attempts":1}
      {"type":"invoke","op":2,"time_ns":5000,"client":"c1","at":"here","f":"read","key":"k","how":"eventual"}
      {"type":"ok","op":2,"time_ns":6000,"attempts":1,"value":1}
      {"type":"invoke","op":3,"time_ns":7000,"client":"c1","at":"here","f":"read","key":"k","how":"strong"}
      {"type":"ok","op":3,"time_ns":8000,"attempts":1,"value":2}
      """;

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} is valid on the reference engine, and judged the same again")
  @ValueSource(strings = {"register", "list-append", "bank", "counter", "unique", "stream-queue"})
  void isValidOnTheReferenceEngine(String name) throws Exception {
    Console console = new Console(folder);
    Path file = folder.resolve("history.jsonl");
    // Long timeouts: on a busy machine an attempt without an answer would be nobody's fault.
    List<String> words =
        List.of(
            "workload",
            "run",
            name,
            "--seed",
            "3",
            "--ops",
            "150",
            "--rate",
            "2000",
            "--clients",
            "6",
            "--attempt-timeout-ms",
            "30000",
            "--call-timeout-ms",
            "60000",
            "--history",
            file.toString());
    assertThat(console.run(words.toArray(String[]::new)))
        .as(console.out() + console.err())
        .isEqualTo(ExitCode.OK);
    History history = HistoryReader.read(file);
    assertThat(history.header().workload()).isEqualTo(name);
    assertThat(history.ops()).hasSizeGreaterThanOrEqualTo(150);
    String checker =
        console
            .out()
            .lines()
            .filter(line -> line.startsWith("valid"))
            .findFirst()
            .orElseThrow()
            .split(" +")[1];
    assertThat(new Console(folder).run("check", checker, file.toString())).isEqualTo(ExitCode.OK);
  }

  @Test
  void leavesNoTableBehindAfterCtrlC() throws Exception {
    try (Engine engine = Engine.start(EngineSettings.defaults())) {
      Console console = new Console(folder);
      Path file = folder.resolve("history.jsonl");
      String url = "http://127.0.0.1:" + engine.address().getPort();
      int[] exit = new int[1];
      Thread command =
          Thread.ofPlatform()
              .start(
                  () ->
                      exit[0] =
                          console.run(
                              "workload",
                              "run",
                              "register",
                              "--endpoint",
                              url,
                              "--duration",
                              "600",
                              "--history",
                              file.toString()));
      awaitAnswers(file);
      console.interrupt();
      command.join();
      assertThat(exit[0]).isEqualTo(ExitCode.INTERRUPTED);
      assertThat(console.out()).contains("interrupted after ");
      assertThat(HistoryReader.read(file).ops()).isNotEmpty();
      assertThat(tables(url)).isEqualTo("{\"TableNames\":[]}");
    }
  }

  private static void awaitAnswers(Path file) throws IOException {
    while (!Files.exists(file) || Files.readAllLines(file).size() < 10) {
      Thread.onSpinWait();
    }
  }

  private static String tables(String url) throws Exception {
    java.net.http.HttpRequest request =
        java.net.http.HttpRequest.newBuilder(java.net.URI.create(url))
            .header("X-Amz-Target", "DynamoDB_20120810.ListTables")
            .header("Content-Type", "application/x-amz-json-1.0")
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=a/20260101/us-east-1/dynamodb/aws4_request,"
                    + " SignedHeaders=host, Signature=0")
            .header("X-Amz-Date", "20260101T000000Z")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}"))
            .build();
    try (java.net.http.HttpClient http = java.net.http.HttpClient.newHttpClient()) {
      return http.send(request, java.net.http.HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  @Test
  void whoseHistoryIsBadIsShownWhatCannotBe() throws IOException {
    Path file = folder.resolve("bad.jsonl");
    Files.writeString(file, BAD);
    Console strong = new Console(folder);
    assertThat(strong.run("check", "linearizability", file.toString())).isEqualTo(ExitCode.OK);
    Console all = new Console(folder);
    assertThat(all.run("check", "linearizability", file.toString(), "--all-reads"))
        .isEqualTo(ExitCode.DIVERGENCE);
    assertThat(all.out())
        .contains("invalid  linearizability")
        .contains("all that it could have seen is 2");
    assertThat(folder.resolve("bad.linearizability.svg")).content().startsWith("<svg ");
    Console none = new Console(folder);
    assertThat(none.run("check", "conservation", file.toString())).isEqualTo(ExitCode.UNDECIDED);
  }

  @Test
  void andItsParametersAreListed() {
    Console console = new Console(folder);
    assertThat(console.run("workload")).isEqualTo(ExitCode.OK);
    assertThat(console.out()).contains("register", "--param keys=10", "stream-queue");
    Console checkers = new Console(folder);
    assertThat(checkers.run("check")).isEqualTo(ExitCode.OK);
    assertThat(checkers.out()).contains("linearizability", "conservation");
  }

  @ParameterizedTest(name = "assay {0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          workload run registr                      | there is no workload 'registr'; did you mean 'register'?
          workload run register --rate 0            | --rate must be above 0, was 0.0
          workload run register --clients 0         | --clients must be 1 to 512, was 0
          workload run register --ops 0             | --ops must be at least 1, was 0
          workload run register --duration 0        | --duration must be above 0, was 0.0
          workload run register --param kees=3      | there is no parameter 'kees'; known are: keys, reads, cas, eventual
          workload run register --param keys=0      | keys must be 1 to 100000, was 0
          workload run register --check linearizabilit | there is no checker 'linearizabilit'; did you mean 'linearizability'?
          workload run register --endpoint here     | --endpoint must be a URL such as http://127.0.0.1:8000, or REGION=URL, was 'here'
          workload run register --endpoint http://a --target b | --endpoint and --target exclude each other
          workload rn register                      | there is no command 'rn'
          check linearizabilty x                    | there is no checker 'linearizabilty'; did you mean 'linearizability'?
          check linearizability                     | which history? assay check linearizability HISTORY.jsonl
          check linearizability missing.jsonl       | there is no file missing.jsonl
          check linearizability x --budget 0        | --budget must be at least 1, was 0
          """)
  void refusesBadInputInOneSentence(String arguments, String sentence) {
    Console console = new Console(folder);
    assertThat(console.run(arguments.split(" +"))).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).startsWith("assay: ").contains(sentence).doesNotContain("\tat ");
  }
}
