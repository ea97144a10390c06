package dev.assay.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.proxy.journal.Exchange;
import dev.assay.proxy.journal.Outcome;
import dev.assay.proxy.route.HealthCheck;
import dev.assay.proxy.route.Routing;
import dev.assay.proxy.route.RoutingPolicy;
import dev.assay.proxy.route.Upstream;
import dev.assay.proxy.route.UpstreamAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("With several upstreams the proxy")
class RoutingTest {

  private static RawStore named(String name) throws IOException {
    return new RawStore(
        (head, in, out) -> {
          RawHttp.body(head, in);
          out.write(
              ("HTTP/1.1 200 OK\r\nContent-Length: " + name.length() + "\r\n\r\n" + name)
                  .getBytes(StandardCharsets.ISO_8859_1));
          out.flush();
        });
  }

  private static Upstream upstream(String text, UpstreamAddress address) {
    return Upstream.parse(text.replace("URL", address.toString()));
  }

  private static ProxyFixture proxy(
      RoutingPolicy policy, Optional<HealthCheck> health, Upstream... upstreams) {
    return new ProxyFixture(
        upstreams[0].address(),
        settings -> settings.withRouting(new Routing(List.of(upstreams), policy, health)));
  }

  private static String signedFor(String region) {
    return RawClient.request("PutItem", "{}")
        .replace(
            "\r\n\r\n",
            "\r\nAuthorization: AWS4-HMAC-SHA256 Credential=K/20260101/"
                + region
                + "/dynamodb/aws4_request, SignedHeaders=host, Signature=00\r\n\r\n");
  }

  @Test
  void sendsARequestToTheRegionThatItWasSignedFor() throws IOException {
    try (RawStore ireland = named("ireland");
        RawStore ohio = named("ohio");
        ProxyFixture fixture =
            proxy(
                RoutingPolicy.SIGNED_REGION,
                Optional.empty(),
                upstream("eu=URL;region=eu-west-1", ireland.address()),
                upstream("us=URL;region=us-east-2", ohio.address()));
        RawClient client = fixture.client()) {
      assertThat(client.send(signedFor("us-east-2")).answer().text()).isEqualTo("ohio");
      assertThat(client.send(signedFor("eu-west-1")).answer().text()).isEqualTo("ireland");
      RawHttp.Answer nowhere = client.send(signedFor("ap-south-1")).answer();
      assertThat(nowhere.status()).isEqualTo(502);
      assertThat(nowhere.text()).contains("The proxy has no upstream for region ap-south-1");
      assertThat(fixture.journal()).extracting(Exchange::upstream).containsExactly("us", "eu", "");
      assertThat(fixture.journal().get(2).outcome()).isEqualTo(Outcome.NO_UPSTREAM);
    }
  }

  @Test
  void goesToTheSecondaryOnceThePrimaryFailsItsChecks() throws Exception {
    HealthCheck check =
        new HealthCheck(
            new HealthCheck.Kind.Http("GET", "/health"),
            Duration.ofMillis(5),
            Duration.ofSeconds(2),
            2,
            2);
    try (RawStore secondary = named("secondary")) {
      RawStore primary = named("primary");
      UpstreamAddress address = primary.address();
      try (ProxyFixture fixture =
              proxy(
                  RoutingPolicy.PRIMARY_SECONDARY,
                  Optional.of(check),
                  upstream("a=URL", address),
                  upstream("b=URL;priority=secondary", secondary.address()));
          RawClient client = fixture.client()) {
        assertThat(client.call("PutItem", "{}").text()).isEqualTo("primary");
        primary.close();
        awaitChanges(fixture, 1);
        assertThat(client.call("PutItem", "{}").text()).isEqualTo("secondary");
        String shown = get(fixture, "/upstreams");
        assertThat(shown)
            .contains("\"policy\" : \"primary-secondary\"")
            .contains("\"healthy\" : false")
            .contains("connection refused");
        assertThat(get(fixture, "/metrics"))
            .contains("assay_proxy_upstream_healthy{upstream=\"a\"} 0.0")
            .contains("assay_proxy_upstream_healthy{upstream=\"b\"} 1.0");
      }
    }
  }

  private static void awaitChanges(ProxyFixture fixture, int count) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (fixture.proxy().router().changes().size() < count && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(fixture.proxy().router().changes()).hasSize(count);
  }

  @Test
  void countsForPrometheusWhatClientsWereTold() throws Exception {
    try (RawStore store = named("ok");
        ProxyFixture fixture = new ProxyFixture(store.address());
        RawClient client = fixture.client()) {
      for (int i = 0; i < 3; i++) {
        client.call("PutItem", "{\"a\":1}");
      }
      client.call("GetItem", "{}");

      assertThat(get(fixture, "/metrics"))
          .contains("# TYPE assay_proxy_requests_total counter")
          .contains(
              "assay_proxy_requests_total{operation=\"PutItem\",outcome=\"answered\",status=\"200\",upstream=\"store\"}"
                  + " 3.0")
          .contains(
              "assay_proxy_request_duration_seconds_count{operation=\"GetItem\",upstream=\"store\"}"
                  + " 1")
          .contains("assay_proxy_body_bytes_total{direction=\"request\",upstream=\"store\"} 23.0")
          .contains("assay_proxy_client_connections 1.0")
          .contains("assay_proxy_journal_backlog_exchanges 0.0");
    }
  }

  private static String get(ProxyFixture fixture, String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      int port = fixture.proxy().controlAddress().getPort();
      return http.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
              BodyHandlers.ofString())
          .body();
    }
  }
}
