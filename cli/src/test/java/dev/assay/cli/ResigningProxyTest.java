package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.problem.ExitCode;
import dev.assay.engine.Engine;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.auth.AuthFile;
import dev.assay.proxy.ProxyServer;
import dev.assay.proxy.ProxySettings;
import dev.assay.proxy.route.UpstreamAddress;
import dev.assay.proxy.sign.Resigning;
import dev.assay.proxy.tls.ServerIdentity;
import dev.assay.proxy.tls.UpstreamTrust;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * As before the live service: HTTPS, a store that checks every signature against its host,
 * temporary keys, and a client that has only invented ones.
 */
@DisplayName("A client with invented keys")
class ResigningProxyTest {
  private static final String USERS =
      """
      {"users": [{"name": "app", "role": "app", "accessKeyId": "ASIAREAL",
                  "secretAccessKey": "real secret", "sessionToken": "real token",
                  "policies": [{"Version": "2012-10-17",
                                "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}]}]}
      """;

  @TempDir Path folder;

  private int certify(Console console, int port) {
    return console.run(
        "certify",
        "--endpoint",
        "http://127.0.0.1:" + port,
        "--access-key",
        "DUMMY",
        "--secret-key",
        "dummy",
        "--region",
        "eu-west-2",
        "--id",
        "PUT-BASIC-001");
  }

  @Test
  void reachesAStoreThatChecksSignaturesThroughAProxyThatHasTheStoresKeys() throws Exception {
    Path certificate = folder.resolve("store.pem");
    try (Engine engine = Engine.start(EngineSettings.defaults().withAuth(AuthFile.parse(USERS)));
        ProxyServer https =
            ProxyServer.start(
                ProxySettings.of(
                        UpstreamAddress.parse("http://127.0.0.1:" + engine.address().getPort()),
                        folder.resolve("https"))
                    .withIdentity(new ServerIdentity.SelfSigned(certificate)));
        ProxyServer proxy =
            ProxyServer.start(
                ProxySettings.of(
                        UpstreamAddress.parse("https://localhost:" + https.address().getPort()),
                        folder.resolve("journal"))
                    .withTrust(new UpstreamTrust.Authority(certificate))
                    .withResigning(
                        new Resigning(
                            () ->
                                AwsSessionCredentialsIdentity.create(
                                    "ASIAREAL", "real secret", "real token"),
                            Optional.empty())))) {
      Console direct = new Console(folder.resolve("direct"));
      assertThat(certify(direct, engine.address().getPort())).isEqualTo(ExitCode.UNREACHABLE);
      assertThat(direct.err()).contains("refuses the credentials for region eu-west-2");

      Console proxied = new Console(folder.resolve("proxied"));
      assertThat(certify(proxied, proxy.address().getPort()))
          .as(proxied.err() + proxied.out())
          .isEqualTo(ExitCode.OK);
    }
  }
}
