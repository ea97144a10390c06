package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("assay bench")
class BenchCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --ops Frobnicate        | there is no workload 'Frobnicate'; known are: GetItem, PutItem, UpdateItem, Query, Scan, BatchWriteItem, TransactWriteItems
          --vs dynalyte           | there is no target 'dynalyte'; did you mean 'dynalite'?
          --rounds 0              | --rounds must be between 1 and 1000, was 0
          --connections 65        | --connections must be between 1 and 64, was 65
          --duration 0            | --duration must be between 0.001 and 86400 seconds, was 0.0
          --rate -5               | --rate must be above 0 and at most 1000000 requests a second, was -5.0
          --rate NaN              | --rate must be above 0 and at most 1000000 requests a second, was NaN
          --item-bytes 3          | --item-bytes must be between 64 and 16000, was 3
          --items 10              | --items must be between 1000 and 99999999, was 10
          --json /nowhere/x.json  | cannot write to --json /nowhere/x.json
          --endpoint ftp://x      | --endpoint must be a URL such as http://127.0.0.1:8000, was 'ftp://x'
          --endpoint https://a.b  | --endpoint must be a plain http URL: TLS would be measured along with the store
          --vs-endpoint :         | --vs-endpoint must be a URL such as http://127.0.0.1:8000, was ':'
          --vs dynalite --vs-endpoint http://127.0.0.1:1 | --vs and --vs-endpoint exclude each other
          --startup --endpoint http://127.0.0.1:1        | --startup and --memory are measured with stores that the bench starts itself, not with an --endpoint
          """)
  void saysInOneSentenceWhatIsWrongWithItsOptions(String options, String sentence) {
    Console console = new Console(folder);
    int exitCode = console.run(("bench " + options).split(" +"));

    assertThat(console.err().strip()).isEqualTo("assay: " + sentence);
    assertThat(exitCode).isEqualTo(2);
  }

  @Test
  void endsWithThreeWhenNothingAnswersAtTheEndpoint() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    Console console = new Console(folder);
    int exitCode = console.run("bench", "--load", "--endpoint", "http://127.0.0.1:" + port);

    assertThat(console.err())
        .contains("assay: http://127.0.0.1:" + port + " cannot be reached: Connection refused");
    assertThat(exitCode).isEqualTo(3);
  }
}
