package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.problem.ExitCode;
import dev.assay.proxy.ProxyServer;
import dev.assay.proxy.ProxySettings;
import dev.assay.proxy.route.UpstreamAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("assay fault")
class FaultCommandTest {
  private static final String SLOW = "{\"id\":\"slow\",\"fault\":{\"kind\":\"stall\"}}";

  @TempDir Path folder;
  private ProxyServer proxy;
  private Console console;
  private String control = "";

  @BeforeEach
  void start() {
    proxy =
        ProxyServer.start(
            ProxySettings.of(
                UpstreamAddress.parse("http://127.0.0.1:1"), folder.resolve("journal")));
    control = Integer.toString(proxy.controlAddress().getPort());
    console = new Console(folder);
  }

  @AfterEach
  void stop() {
    proxy.close();
  }

  private int fault(String action, String... more) {
    String[] arguments = new String[more.length + 4];
    arguments[0] = "fault";
    arguments[1] = action;
    arguments[2] = "--control";
    arguments[3] = control;
    System.arraycopy(more, 0, arguments, 4, more.length);
    return console.run(arguments);
  }

  @Test
  void addsListsAndRemovesRules() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("rules.json"),
            "[{\"id\":\"a\",\"fault\":{\"kind\":\"reset\"}},"
                + "{\"id\":\"b\",\"fault\":{\"kind\":\"stall\"}}]");

    assertThat(fault("add", SLOW, file.toString())).isEqualTo(ExitCode.OK);
    assertThat(console.out()).contains("slow is in force", "a is in force", "b is in force");
    assertThat(fault("list")).isEqualTo(ExitCode.OK);
    assertThat(console.out()).containsPattern("slow +stall +0 calls +0 fired");
    assertThat(console.err()).contains("assay: warning: slow: no request has matched this rule");
    assertThat(fault("remove", "a")).isEqualTo(ExitCode.OK);
    assertThat(fault("clear")).isEqualTo(ExitCode.OK);
    assertThat(console.out()).contains("2 rules are out of force");
    assertThat(proxy.rules().current().rules()).isEmpty();
  }

  @Test
  void replacesARuleOnlyWhenToldTo() {
    fault("add", SLOW);

    assertThat(fault("add", SLOW)).isEqualTo(ExitCode.USAGE);
    assertThat(console.err())
        .contains("assay: the proxy refuses: id \"slow\" is taken; PUT /rules/slow replaces it");
    assertThat(fault("add", "--replace", SLOW)).isEqualTo(ExitCode.OK);
  }

  @Test
  void setsTheCapAndTheDeadMansSwitch() {
    assertThat(fault("cap", "3")).isEqualTo(ExitCode.OK);
    assertThat(proxy.rules().maxActive()).isEqualTo(OptionalLong.of(3));
    assertThat(fault("cap")).isEqualTo(ExitCode.OK);
    assertThat(proxy.rules().maxActive()).isEmpty();
    assertThat(fault("deadman", "--ttl-ms", "60000")).isEqualTo(ExitCode.OK);
    assertThat(proxy.rules().leaseLeftMs()).isPresent();
    assertThat(fault("deadman")).isEqualTo(ExitCode.OK);
    assertThat(proxy.rules().leaseLeftMs()).isEmpty();
  }

  @Test
  void saysWhenThereIsNoSuchRuleAndNoProxy() {
    assertThat(fault("remove", "nobody")).isEqualTo(ExitCode.USAGE);
    assertThat(console.err()).contains("there is no rule \"nobody\"");
    control = "1";
    assertThat(fault("list")).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(console.err()).contains("no proxy answers at http://127.0.0.1:1");
  }
}
