package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.problem.ExitCode;
import dev.assay.engine.Engine;
import dev.assay.engine.EngineSettings;
import dev.assay.proxy.ProxyServer;
import dev.assay.proxy.ProxySettings;
import dev.assay.proxy.route.UpstreamAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("assay journal")
class JournalCommandTest {
  private static final String TABLE =
      "{\"TableName\":\"orders\",\"BillingMode\":\"PAY_PER_REQUEST\",\"AttributeDefinitions\":"
          + "[{\"AttributeName\":\"pk\",\"AttributeType\":\"S\"}],\"KeySchema\":"
          + "[{\"AttributeName\":\"pk\",\"KeyType\":\"HASH\"}]}";
  private static final String ITEM = "\"pk\":{\"S\":\"a\"},\"tags\":{\"SS\":[\"x\",\"y\"]}";

  @TempDir Path folder;

  private static void call(InetSocketAddress address, String operation, String body)
      throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      var unused =
          http.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.getPort() + "/"))
                  .header("X-Amz-Target", "DynamoDB_20120810." + operation)
                  .header("Content-Type", "application/x-amz-json-1.0")
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
    }
  }

  /** A journal of a table, an item, two reads of it and a refusal. */
  private Path journal() throws Exception {
    Path journal = folder.resolve("journal");
    try (Engine engine = Engine.start(EngineSettings.defaults());
        ProxyServer proxy =
            ProxyServer.start(
                ProxySettings.of(
                    UpstreamAddress.parse("http://127.0.0.1:" + engine.address().getPort()),
                    journal))) {
      InetSocketAddress at = proxy.address();
      call(at, "CreateTable", TABLE);
      call(at, "PutItem", "{\"TableName\":\"orders\",\"Item\":{" + ITEM + "}}");
      String get = "{\"TableName\":\"orders\",\"Key\":{\"pk\":{\"S\":\"a\"}}}";
      call(at, "GetItem", get);
      call(at, "GetItem", get);
      call(at, "GetItem", "{\"TableName\":\"nowhere\",\"Key\":{\"pk\":{\"S\":\"a\"}}}");
    }
    return journal;
  }

  private String run(int exitCode, String... words) {
    Console console = new Console(folder);
    assertThat(console.run(words)).as(console.err() + console.out()).isEqualTo(exitCode);
    return console.out();
  }

  @Test
  void listsAndExportsWhatItIsAskedForAndReplaysItAgainstAnotherStore() throws Exception {
    String journal = journal().toString();
    assertThat(run(ExitCode.OK, "journal", "list", "--journal", journal).lines()).hasSize(5);
    assertThat(
            run(
                ExitCode.OK,
                "journal",
                "list",
                "--journal",
                journal,
                "--operation",
                "GetItem",
                "--status",
                "4xx"))
        .contains("nowhere", "ResourceNotFoundException", " 400 ");
    assertThat(
            run(
                    ExitCode.OK,
                    "journal",
                    "export",
                    "--journal",
                    journal,
                    "--table",
                    "orders",
                    "--limit",
                    "2")
                .lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("{\"sequence\":") && line.endsWith("}"));
    Path stubs = folder.resolve("stubs");
    run(
        ExitCode.OK,
        "journal",
        "export",
        "--journal",
        journal,
        "--format",
        "wiremock",
        "--output",
        stubs.toString());
    try (var files = Files.list(stubs.resolve("mappings"))) {
      assertThat(files).hasSize(5);
    }

    try (Engine other = Engine.start(EngineSettings.defaults())) {
      String endpoint = "http://127.0.0.1:" + other.address().getPort();
      assertThat(
              run(ExitCode.OK, "journal", "replay", "--journal", journal, "--endpoint", endpoint))
          .contains("5 the same, 0 different, 0 without an answer, 0 not asked");
      call(
          other.address(),
          "UpdateItem",
          "{\"TableName\":\"orders\",\"Key\":{\"pk\":{\"S\":\"a\"}},\"UpdateExpression\":\"ADD tags"
              + " :t\",\"ExpressionAttributeValues\":{\":t\":{\"SS\":[\"z\"]}}}");
      assertThat(
              run(
                  ExitCode.DIVERGENCE,
                  "journal",
                  "replay",
                  "--journal",
                  journal,
                  "--endpoint",
                  endpoint,
                  "--operation",
                  "GetItem"))
          .contains("#3 GetItem differs", "Item.tags.SS")
          .contains("1 the same, 2 different");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          list --journal /nowhere                       | --journal /nowhere is not a folder
          list --journal EMPTY                          | There is no journal in EMPTY.
          list --journal EMPTY --status 4x              | --status must be a status such as 400 or a class such as 4xx, was "4x"
          list --journal EMPTY --since yesterday        | --since must be a time such as 2026-03-01T12:00:00Z, was 'yesterday'
          list --journal EMPTY --limit 0                | --limit must be at least 1, was 0
          export --journal EMPTY --format xml           | --format must be jsonl or wiremock, was 'xml'
          export --journal EMPTY --format wiremock      | --format wiremock needs --output DIR
          replay --journal EMPTY --endpoint nonsense    | --endpoint must begin with http:// or https://, was "nonsense"
          """)
  void saysInOneSentenceWhatIsWrong(String options, String sentence) {
    Console console = new Console(folder);
    String empty = folder.toString();
    int exitCode = console.run(("journal " + options.replace("EMPTY", empty)).split(" +"));

    assertThat(console.err().strip()).isEqualTo("assay: " + sentence.replace("EMPTY", empty));
    assertThat(exitCode).isEqualTo(ExitCode.USAGE);
  }
}
