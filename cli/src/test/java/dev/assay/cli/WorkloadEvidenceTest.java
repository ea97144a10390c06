package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.problem.ExitCode;
import dev.assay.features.history.HistoryReader;
import dev.assay.features.history.Op;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A workload behind a proxy, and in several regions")
class WorkloadEvidenceTest {
  private static final String LOST =
      "{\"id\":\"cut\",\"match\":{\"operation\":[\"PutItem\",\"UpdateItem\"]},"
          + "\"fault\":{\"kind\":\"lost_answer\",\"client_gets\":\"close\"},"
          + "\"schedule\":{\"share\":0.2}}";
  private static final String TWICE =
      "{\"id\":\"twice\",\"match\":{\"operation\":[\"PutItem\",\"UpdateItem\"]},"
          + "\"fault\":{\"kind\":\"double_delivery\",\"client_gets\":\"first\"},"
          + "\"schedule\":{\"share\":0.1}}";

  @TempDir Path folder;

  private Console run(int expected, String... more) {
    Console console = new Console(folder);
    List<String> words =
        new ArrayList<>(
            List.of(
                "workload",
                "run",
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
                "60000"));
    words.addAll(List.of(more));
    assertThat(console.run(words.toArray(String[]::new)))
        .as(console.out() + console.err())
        .isEqualTo(expected);
    return console;
  }

  @ParameterizedTest(name = "{0} is valid by the journal, and judged the same again")
  @CsvSource({"register, linearizability", "counter, counter"})
  void isJudgedByTheJournalToo(String workload, String checker) throws Exception {
    Path file = folder.resolve("history.jsonl");
    Console console =
        run(
            ExitCode.OK,
            workload,
            "--attempts",
            "1",
            "--fault",
            LOST,
            "--fault",
            TWICE,
            "--history",
            file.toString());
    // With one attempt each, what got no answer is unknown to its client, and never to the journal.
    long unknown =
        HistoryReader.read(file).ops().stream()
            .filter(op -> op.unknown() && op.call().changes())
            .count();
    assertThat(unknown).isPositive();
    Matcher told =
        Pattern.compile("of ([0-9]+) operations with unknown ends ([0-9]+) were applied, ([0-9]+) ")
            .matcher(console.out());
    assertThat(told.find()).as(console.out()).isTrue();
    assertThat(Long.parseLong(told.group(1))).isEqualTo(unknown);
    // A condition that failed unheard is among those that were not applied.
    assertThat(Long.parseLong(told.group(2)) + Long.parseLong(told.group(3))).isEqualTo(unknown);
    Console again = new Console(folder);
    String journal = folder.resolve("journal").toString();
    assertThat(again.run("check", checker, file.toString(), "--journal", journal))
        .as(again.out() + again.err())
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void isNotJudgedByTheJournalOfAnotherRun() {
    Path one = folder.resolve("one/history.jsonl");
    Path two = folder.resolve("two/history.jsonl");
    run(ExitCode.OK, "counter", "--fault", LOST, "--history", one.toString());
    run(ExitCode.OK, "counter", "--history", two.toString());
    Console console = new Console(folder);
    String journal = folder.resolve("one/journal").toString();
    assertThat(console.run("check", "counter", two.toString(), "--journal", journal))
        .isEqualTo(ExitCode.UNDECIDED);
    assertThat(console.out())
        .contains(
            "unknown  counter          the journal is truncated: it has no exchange of the run")
        .contains("by what there is: valid");
  }

  @ParameterizedTest(name = "{0} with {2}")
  @CsvSource({
    "register, convergence, --replication=faithful",
    "counter, convergence, --replication=faithful",
    "list-append, convergence, --replication=faithful",
    "register, linearizability, --strong-regions",
    "unique, linearizability, --strong-regions",
  })
  void isValidWithClientsInThreeRegions(String workload, String checker, String how)
      throws Exception {
    Path file = folder.resolve("history.jsonl");
    Console console =
        run(
            ExitCode.OK,
            workload,
            "--regions",
            "us-east-1,us-east-2,us-west-2",
            how,
            "--history",
            file.toString());
    assertThat(console.out()).contains("valid    " + checker);
    assertThat(HistoryReader.read(file).ops())
        .extracting(op -> op.at())
        .contains("us-east-1", "us-east-2", "us-west-2");
  }

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource({"convergence, --replication=faithful", "linearizability, --strong-regions"})
  void meetsAFaultInOneRegionAndIsJudgedByAllOfThem(String checker, String how) throws Exception {
    Path rule = folder.resolve("cut.json");
    Files.writeString(rule, LOST.replace("\"match\":{", "\"match\":{\"region\":\"us-east-2\","));
    Path file = folder.resolve("history.jsonl");
    Console console =
        run(
            ExitCode.OK,
            "register",
            "--regions",
            "us-east-1,us-east-2,us-west-2",
            how,
            "--attempts",
            "1",
            "--fault",
            rule.toString(),
            "--history",
            file.toString());
    assertThat(console.out()).contains("valid    " + checker);
    // Only clients of that region were left without an answer; the journal knows what became of it.
    assertThat(HistoryReader.read(file).ops().stream().filter(Op::unknown).map(Op::at).distinct())
        .containsExactly("us-east-2");
    assertThat(console.out()).containsPattern("of \\d+ operations with unknown ends \\d+ were");
    assertThat(folder.resolve("journal")).isNotEmptyDirectory();
  }

  @ParameterizedTest(name = "assay workload run register {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --strong-regions               | --strong-regions needs --regions with three regions of one set
          --strong-regions --regions us-east-1,us-east-2 | --strong-regions needs --regions with three regions of one set
          --endpoint http://a --regions us-east-1 | --regions is for the reference engine; name others as --endpoint REGION=URL
          --replication sometimes        | there is no replication 'sometimes'
          --fault nothing.json           | --fault must be a file or a JSON object; there is no file 'nothing.json'
          --journal nowhere --fault {}   | --fault
          """)
  void refusesBadInputInOneSentence(String arguments, String sentence) {
    Console console = new Console(folder);
    assertThat(console.run(("workload run register " + arguments).split(" +")))
        .isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).startsWith("assay: ").contains(sentence).doesNotContain("\tat ");
  }
}
