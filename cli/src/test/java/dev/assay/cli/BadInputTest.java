package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.assay.cli.problem.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake gets one sentence and its exit code. */
@DisplayName("Bad input")
class BadInputTest {
  @TempDir Path folder;
  private Console console = new Console(Path.of("."));

  @BeforeEach
  void openConsole() {
    console = new Console(folder);
  }

  @ParameterizedTest(name = "assay {0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          certfy                                | there is no command 'certfy'; did you mean 'certify'?
          certify --paralel 3                   | there is no option '--paralel'; did you mean '--parallel'?
          certify --parallel 0                  | --parallel must be at least 1, was 0
          certify --parallel many               | Invalid value for option '--parallel': 'many' is not an int
          certify --tier cor                    | there is no tier 'cor'; did you mean 'core'?
          certify --target dynalit              | there is no target 'dynalit'; did you mean 'dynalite'?
          certify --target x --endpoint http://a| --endpoint and --target exclude each other
          certify --id PUT-BASIC-999            | no scenario has the id PUT-BASIC-999; did you mean 'PUT-BASIC-
          certify --tags @op:PutItm             | no scenario has the tag @op:PutItm; did you mean '@op:PutItem'?
          certify --endpoint store:8000         | --endpoint must be a URL such as http://127.0.0.1:8000, was 'store:8000'
          certify --prefix a/b                  | --prefix must be what table names may start with
          certify --access-key A                | --access-key and --secret-key belong together
          engine --port 70000                   | must have a port between 0 and 65535, was 70000
          engine --creating-ms -1               | --creating-ms must not be negative, was -1
          engine --region here                  | --region must be a region, such as eu-west-2, was 'here'
          engine --account 12                   | --account must be twelve digits, was '12'
          engine --wording newst                | there is no wording 'newst'; did you mean 'newest'?
          engine --levers 70000                 | --levers must have a port between 0 and 65535, was 70000
          engine --replication faithfull        | there is no replication 'faithfull'; did you mean 'faithful'?
          engine --detection-ms -1              | --detection-ms must not be negative, was -1
          engine --partition-mb 0               | --partition-mb must be at least 1, was 0
          simulate --seeds 0                    | --seeds must be at least 1, was 0
          simulate --steps 0                    | --steps must be 1 to 100000, was 0
          simulate --json no/such/folder.json   | cannot write to --json no/such/folder.json
          levers clock-skew by_ms               | an argument of a lever must be KEY=VALUE, was 'by_ms'
          levers by_ms=3                        | the lever's name must come first, was 'by_ms=3'
          levers heal now                       | nothing is expected after 'heal', was 'now'
          levers --url here                     | --url must be a URL such as http://127.0.0.1:8001, was 'here'
          certify --levers here                 | --levers must be a URL such as http://127.0.0.1:8000, was 'here'
          certify --levers http://127.0.0.1:1   | --levers belongs to --endpoint
          engine --sync every                   | --sync and --sync-batch-millis need --data
          engine --data d --sync evry           | --sync must be os, batch or every, was 'evry'; did you mean 'every'?
          engine --data d --sync-batch-millis 5 | --sync-batch-millis needs --sync batch
          engine --data pom.xml                 | is a file; the data needs a folder
          crash-test --data d --kills -1        | --kills must be between 0 and 1000, was -1
          crash-test --data .                   | --data . is not empty: the crash test begins with nothing
          bench --endpoint http://127.0.0.1:1 --engine-options x | --endpoint and --engine-options exclude each other
          proxy --listen 8000 --upstream http://127.0.0.1:1 --control 0 | --listen must be HOST:PORT
          proxy --listen 127.0.0.1:0 --upstream http://127.0.0.1:1 --control 0 --rule {"id":"a","fault":{"kind":"latncy"}} | --rule: fault.kind must be one of latency
          proxy --listen 127.0.0.1:0 --upstream http://127.0.0.1:1 --control 0 --rule none.json | --rule must be a file or a JSON object; there is no file 'none.json'
          fault                                 | Missing required subcommand
          fault ad --control 1                  | there is no command 'ad'; did you mean 'add'?
          fault add --control 1                 | Missing required parameter
          fault add --control x {}              | RULE: id must be given, was missing
          fault add --control 1 [{"id":"a","fault":{"kind":"stall"}},{"id":"b","fault":{"kind":"stal"}}] | RULE: [1].fault.kind must be one of
          fault list --control here             | --control must be a port, HOST:PORT or a URL with a port, was 'here'
          fault deadman --control 1 --ttl-ms 0  | --ttl-ms must be at least 1, was 0
          proxy --listen a:b --upstream http://127.0.0.1:1 --control 0  | --listen must end with a port number
          proxy --listen 127.0.0.1:0 --upstream ftp://a --control 0     | --upstream must begin with http:// or https://
          """)
  void isUsage(String arguments, String sentence) {
    assertThat(console.run(arguments.split(" +"))).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).startsWith("assay: ").contains(sentence).doesNotContain("\tat ");
    assertThat(console.err().lines().count()).isLessThanOrEqualTo(2);
  }

  @Test
  void anEndpointWhereNobodyListensIsUnreachable() {
    assertThat(console.run("certify", "--endpoint", "http://127.0.0.1:1"))
        .isEqualTo(ExitCode.UNREACHABLE);
    assertThat(console.err().lines())
        .containsExactly("assay: http://127.0.0.1:1 cannot be reached: the connection was refused");
  }

  @Test
  void anEndpointThatIsAWebPageIsNotDynamoDb() throws IOException {
    assertThat(certifyAgainst(200, "text/html", "<html>hello</html>"))
        .isEqualTo(ExitCode.UNREACHABLE);
    assertThat(console.err())
        .contains("answers, but not as DynamoDB does (HTTP 200, text/html): please check the URL");
  }

  @Test
  void wrongCredentialsAreSaidInTheEndpointsOwnWords() throws IOException {
    assertThat(
            certifyAgainst(
                400,
                "application/x-amz-json-1.0",
                "{\"__type\":\"com.amazon.coral.service#UnrecognizedClientException\",\"message\":\"The"
                    + " security token included in the request is invalid.\"}"))
        .isEqualTo(ExitCode.UNREACHABLE);
    assertThat(console.err())
        .contains(
            "refuses the credentials for region us-east-1: UnrecognizedClientException The security"
                + " token included in the request is invalid.");
  }

  @Test
  void aPortInUseIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(console.run("engine", "--port", port)).isEqualTo(ExitCode.USAGE);
      assertThat(console.err()).contains("port " + port + " is in use");
    }
  }

  @Test
  void aReportFolderThatIsAFileIsRefusedBeforeAnythingStarts() throws IOException {
    Path file = Files.createFile(folder.resolve("not-a-folder"));
    assertThat(console.run("certify", "--reports", file.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("the report folder " + file + " cannot be written");
  }

  @Test
  void aTargetSaysWhatIsMissing() {
    assertThat(console.run("certify", "--target", "dynalite")).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(console.err()).contains("dynalite needs node, which is not on the PATH");
  }

  private int certifyAgainst(int status, String contentType, String body) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", contentType);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      return console.run(
          "certify", "--endpoint", "http://127.0.0.1:" + server.getAddress().getPort());
    } finally {
      server.stop(0);
    }
  }
}
