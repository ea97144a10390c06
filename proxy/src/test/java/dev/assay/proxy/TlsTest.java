package dev.assay.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.proxy.route.UpstreamAddress;
import dev.assay.proxy.tls.ServerIdentity;
import dev.assay.proxy.tls.UpstreamTrust;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Over TLS the proxy")
class TlsTest {
  @TempDir Path folder;

  private ProxyFixture listening(RawStore store, Path certificate) {
    return new ProxyFixture(
        store.address(),
        settings -> settings.withIdentity(new ServerIdentity.SelfSigned(certificate)));
  }

  private static UpstreamAddress over(ProxyFixture tls, String host) {
    return new UpstreamAddress(true, host, tls.proxy().address().getPort());
  }

  private static HttpClient trusting(Path certificate) throws Exception {
    KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
    known.load(null, null);
    try (InputStream pem = Files.newInputStream(certificate)) {
      known.setCertificateEntry(
          "proxy", CertificateFactory.getInstance("X.509").generateCertificate(pem));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(known);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(context).build();
  }

  @Test
  void showsACertificateForLocalhostThatClientsCanTrust() throws Exception {
    Path certificate = folder.resolve("made/certificate.pem");
    try (RawStore store = RawStore.echo();
        ProxyFixture fixture = listening(store, certificate);
        HttpClient client = trusting(certificate)) {
      String body = "x".repeat(200_000);
      for (String host : new String[] {"localhost", "127.0.0.1"}) {
        HttpResponse<String> answer =
            client.send(
                HttpRequest.newBuilder(URI.create(over(fixture, host).toString()))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build(),
                BodyHandlers.ofString());
        assertThat(answer.body()).isEqualTo(body);
      }
      assertThat(fixture.journal()).hasSize(2);
    }
  }

  @Test
  void believesAStoreWhoseAuthorityItWasTold() throws Exception {
    Path certificate = folder.resolve("certificate.pem");
    try (RawStore store = RawStore.echo();
        ProxyFixture tls = listening(store, certificate);
        ProxyFixture fixture =
            new ProxyFixture(
                over(tls, "localhost"),
                settings -> settings.withTrust(new UpstreamTrust.Authority(certificate)));
        RawClient client = fixture.client()) {
      assertThat(client.call("PutItem", "{\"a\":1}").text()).isEqualTo("{\"a\":1}");
    }
  }

  @Test
  void doesNotBelieveAStoreThatNobodyVouchesForUnlessToldToBelieveAnybody() throws Exception {
    try (RawStore store = RawStore.echo();
        ProxyFixture tls = listening(store, folder.resolve("certificate.pem"));
        ProxyFixture careful = new ProxyFixture(over(tls, "localhost"));
        ProxyFixture careless =
            new ProxyFixture(
                over(tls, "localhost"),
                settings -> settings.withTrust(new UpstreamTrust.Anybody()));
        RawClient toCareful = careful.client();
        RawClient toCareless = careless.client()) {
      RawHttp.Answer refused = toCareful.call("PutItem", "{}");
      assertThat(refused.status()).isEqualTo(502);
      assertThat(refused.text()).contains("TLS handshake failed");
      assertThat(toCareless.call("PutItem", "{}").status()).isEqualTo(200);
    }
  }

  @Test
  void saysWhichFileCannotBeUsed() throws Exception {
    Path nonsense = Files.writeString(folder.resolve("nonsense.pem"), "no certificate");
    ProxySettings settings =
        ProxySettings.of(UpstreamAddress.parse("https://localhost:1"), folder.resolve("journal"));

    assertThatThrownBy(
            () ->
                ProxyServer.start(
                    settings.withIdentity(new ServerIdentity.Pem(nonsense, nonsense))))
        .isInstanceOf(ProxyStartException.class)
        .hasMessageContaining("The certificate " + nonsense);
    assertThatThrownBy(
            () -> ProxyServer.start(settings.withTrust(new UpstreamTrust.Authority(nonsense))))
        .isInstanceOf(ProxyStartException.class)
        .hasMessageContaining("The authority " + nonsense + " cannot be read as PEM");
  }
}
