package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.problem.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("assay proxy and assay bench proxy")
class ProxyCommandTest {
  @TempDir Path folder;

  private void assertRefused(String command, String sentence) {
    Console console = new Console(folder);
    int exitCode = console.run(command.split(" +"));

    assertThat(console.err().strip()).isEqualTo("assay: " + sentence);
    assertThat(exitCode).isEqualTo(ExitCode.USAGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --upstream http://a:1 --upstream b=http://b:1 | each of several --upstream needs a name, for example --upstream a=http://127.0.0.1:8000
          --upstream a=http://a:1;wight=2        | --upstream "a" has no property "wight"; known are region, az, weight, priority
          --upstream a=http://a:1 --upstream a=http://b:1 | --upstream "a" is given twice; each needs a name of its own
          --upstream http://a:1 --routing nearest | --routing must be one of signed-region, primary-secondary, latency, weighted, was "nearest"
          --upstream a=http://a:1 --upstream b=http://b:1 --routing latency --health-check none | --routing latency measures by health checks, so --health-check none cannot be
          --upstream http://a:1 --health-check health | --health-check must be a path such as /healthz, HEAD:/healthz, tcp or none, was 'health'
          --upstream http://a:1 --health-check / --health-interval 0 | --health-interval must be between 0.01 and 3600 seconds, was 0.0
          --upstream http://a:1 --health-check / --failure-threshold 0 | --failure-threshold must be between 1 and 100, was 0
          --upstream https://a --upstream-ca x --insecure | --upstream-ca and --insecure exclude each other
          --upstream https://a --upstream-ca /nowhere.pem | --upstream-ca /nowhere.pem cannot be read
          --upstream https://a --upstream-credentials file | --upstream-credentials must be env, was 'file'
          --upstream https://a --upstream-credentials env | AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY must both be set
          --upstream https://a --upstream-region eu-west-2 | --upstream-region says what to sign anew for, so it needs --upstream-profile or --upstream-credentials
          --upstream http://a:1 --cert /x.pem    | --cert and --key belong together
          --upstream http://a:1 --cert /x.pem --key /y.pem | --cert /x.pem cannot be read
          --upstream http://a:1 --tls-certificate /x.pem | --tls-certificate needs --tls
          --upstream http://a:1 --on-journal-failure ignore | --on-journal-failure must be refuse or continue, was 'ignore'
          --upstream http://a:1 --journal-body-bytes -1 | --journal-body-bytes must be between 0 and 16777216, was -1
          """)
  void saysInOneSentenceWhatIsWrongWithItsOptions(String options, String sentence) {
    assertRefused("proxy --listen 127.0.0.1:0 --control 0 " + options, sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --vs toxyproxy           | there is no proxy 'toxyproxy' to compare with; did you mean 'toxiproxy'?
          --vs toxiproxy           | toxiproxy-server is not on the path; --toxiproxy FILE names it
          --vs haproxy --haproxy /nowhere | --haproxy /nowhere is not a program
          --rounds 0               | --rounds must be between 1 and 1000, was 0
          """)
  void saysInOneSentenceWhatIsWrongWithABench(String options, String sentence) {
    assertRefused("bench proxy " + options, sentence);
  }
}
