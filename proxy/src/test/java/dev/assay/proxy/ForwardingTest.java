package dev.assay.proxy;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.assay.proxy.journal.Knowledge;
import dev.assay.proxy.journal.Outcome;
import dev.assay.proxy.route.UpstreamAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Without rules the proxy")
class ForwardingTest {

  @Test
  void passesHeadersAndBodyOnAsTheyAre() throws IOException {
    try (RawStore store =
            new RawStore(
                (head, in, out) -> {
                  RawHttp.body(head, in);
                  out.write(
                      "HTTP/1.1 400 Bad Request\r\nx-amzn-RequestId: ABC\r\nX-odd-Case: é\r\nx-amz-crc32: 17\r\nContent-Length: 5\r\n\r\n{\"a\":"
                          .getBytes(StandardCharsets.ISO_8859_1));
                  out.flush();
                });
        ProxyFixture fixture = new ProxyFixture(store.address());
        RawClient client = fixture.client()) {
      String head =
          "POST /x?y=%20z HTTP/1.1\r\n"
              + "Host: dynamodb.example:8000\r\n"
              + "x-LOWER-and-UPPER: 1\r\n"
              + "X-Twice: a\r\n"
              + "Authorization: AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host\r\n"
              + "X-Twice: b\r\n"
              + "Content-Length: 4\r\n\r\n";
      RawHttp.Answer answer = client.send(head + "\u0001{]~").answer();

      assertThat(store.requests().remove()).isEqualTo(head);
      assertThat(answer.head().text())
          .isEqualTo(
              "HTTP/1.1 400 Bad Request\r\n"
                  + "x-amzn-RequestId: ABC\r\n"
                  + "X-odd-Case: é\r\n"
                  + "x-amz-crc32: 17\r\n"
                  + "Content-Length: 5\r\n\r\n");
      assertThat(answer.text()).isEqualTo("{\"a\":");
    }
  }

  @Test
  void passesMegabytesOnInBothDirections() throws IOException {
    byte[] body = new byte[12 << 20];
    new Random(5).nextBytes(body);
    try (RawStore store = RawStore.echo();
        ProxyFixture fixture = new ProxyFixture(store.address());
        RawClient client = fixture.client()) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + body.length + "\r\n\r\n");

      assertThat(client.send(body).answer().body()).isEqualTo(body);
      assertThat(fixture.journal().getFirst().request().bodyBytes()).isEqualTo(body.length);
      assertThat(fixture.journal().getFirst().request().body()).hasSize(64 << 10);
    }
  }

  @Test
  void passesChunkedBodiesOnInBothDirections() throws IOException {
    try (RawStore store =
            new RawStore(
                (head, in, out) -> {
                  String body = new String(RawHttp.body(head, in), StandardCharsets.UTF_8);
                  out.write(
                      ("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"
                              + Integer.toHexString(body.length())
                              + "\r\n"
                              + body
                              + "\r\n0\r\n\r\n")
                          .getBytes(StandardCharsets.UTF_8));
                  out.flush();
                });
        ProxyFixture fixture = new ProxyFixture(store.address());
        RawClient client = fixture.client()) {
      client.send(
          "POST / HTTP/1.1\r\n"
              + "Host: a\r\n"
              + "Transfer-Encoding: chunked\r\n\r\n"
              + "3\r\n"
              + "abc\r\n"
              + "2\r\n"
              + "de\r\n"
              + "0\r\n\r\n");

      assertThat(client.answer().text()).isEqualTo("helloabcde");
    }
  }

  @Test
  void keepsTheConnectionsOfBothSides() throws IOException {
    try (RawStore store = RawStore.echo();
        ProxyFixture fixture = new ProxyFixture(store.address());
        RawClient client = fixture.client()) {
      for (int i = 0; i < 50; i++) {
        assertThat(client.call("GetItem", "{\"n\":" + i + "}").text())
            .isEqualTo("{\"n\":" + i + "}");
      }

      assertThat(store.connections()).isEqualTo(1);
    }
  }

  @Test
  void answersPipelinedRequestsInTheirOrder() throws IOException {
    try (RawStore store = RawStore.echo();
        ProxyFixture fixture = new ProxyFixture(store.address());
        RawClient client = fixture.client()) {
      StringBuilder requests = new StringBuilder();
      for (int i = 0; i < 500; i++) {
        requests.append(RawClient.request("PutItem", "{\"n\":" + i + "}"));
      }
      client.send(requests.toString());

      for (int i = 0; i < 500; i++) {
        assertThat(client.answer().text()).isEqualTo("{\"n\":" + i + "}");
      }
    }
  }

  @Test
  void closesWhenTheClientAsksForIt() throws IOException {
    try (RawStore store = RawStore.echo();
        ProxyFixture fixture = new ProxyFixture(store.address());
        RawClient client = fixture.client()) {
      RawHttp.Answer answer =
          client
              .send(
                  "POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 2\r\n\r\nhi")
              .answer();

      assertThat(answer.text()).isEqualTo("hi");
      assertThat(answer.head().header("Connection")).contains("close");
      assertThat(client.ended()).isTrue();
      assertThat(store.requests().remove()).doesNotContain("Connection");
    }
  }

  @Test
  void passesAnAnswerOnThatEndsWithItsConnection() throws IOException {
    try (RawStore store =
            new RawStore(
                (head, in, out) -> {
                  RawHttp.body(head, in);
                  out.write(
                      "HTTP/1.1 200 OK\r\n\r\nuntil the end".getBytes(StandardCharsets.UTF_8));
                  out.flush();
                  throw new IOException("done");
                });
        ProxyFixture fixture = new ProxyFixture(store.address());
        RawClient client = fixture.client()) {
      client.send(RawClient.request("GetItem", "{}"));
      RawHttp.Head head = client.head();

      assertThat(head.header("Connection")).contains("close");
      assertThat(client.untilEnd()).isEqualTo("until the end");
      assertThat(fixture.journal().getFirst().outcome()).isEqualTo(Outcome.ANSWERED);
    }
  }

  @Test
  void tellsAClientThatWaitsToGoOn() throws IOException {
    try (RawStore store = RawStore.echo();
        ProxyFixture fixture = new ProxyFixture(store.address());
        RawClient client = fixture.client()) {
      client.send(
          "POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");

      assertThat(client.head().status()).isEqualTo(100);
      assertThat(client.send("hi").answer().text()).isEqualTo("hi");
      assertThat(store.requests().remove()).doesNotContain("Expect");
    }
  }

  @Test
  void recordsTheScenarioAndKeepsItsHeaderFromTheStore() throws IOException {
    try (RawStore store = RawStore.echo();
        ProxyFixture fixture = new ProxyFixture(store.address());
        RawClient client = fixture.client()) {
      client
          .send(
              "POST / HTTP/1.1\r\n"
                  + "Host: a\r\n"
                  + "x-assay-scenario: PUT-COND-007\r\n"
                  + "Content-Length: 0\r\n\r\n")
          .answer();

      assertThat(store.requests().remove()).doesNotContain("scenario");
      assertThat(fixture.journal()).extracting("scenario").containsExactly("PUT-COND-007");
    }
  }

  @Test
  void worksInFrontOfARealHttpServerAndRecordsWhatHappened() throws IOException {
    WireMockServer store = new WireMockServer(options().dynamicPort());
    store.start();
    try (ProxyFixture fixture =
            new ProxyFixture(new UpstreamAddress(false, "localhost", store.port()));
        RawClient client = fixture.client()) {
      store.stubFor(
          post("/")
              .willReturn(
                  aResponse()
                      .withStatus(400)
                      .withHeader("x-amz-crc32", "1")
                      .withBody(
                          "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException\",\"message\":\"m\"}")));

      assertThat(client.call("GetItem", "{\"TableName\":\"orders\"}").status()).isEqualTo(400);

      assertThat(fixture.journal())
          .singleElement()
          .satisfies(
              exchange -> {
                assertThat(exchange.sequence()).isEqualTo(1);
                assertThat(exchange.operation()).isEqualTo("GetItem");
                assertThat(exchange.tables()).containsExactly("orders");
                assertThat(exchange.status()).isEqualTo(400);
                assertThat(exchange.errorType()).isEqualTo("ResourceNotFoundException");
                assertThat(exchange.outcome()).isEqualTo(Outcome.ANSWERED);
                assertThat(exchange.storeSaw()).isEqualTo(Knowledge.YES);
                assertThat(exchange.storeApplied()).isEqualTo(Knowledge.NO);
                assertThat(exchange.request().bodyText()).isEqualTo("{\"TableName\":\"orders\"}");
                assertThat(exchange.response().bodyText()).contains("ResourceNotFound");
                assertThat(exchange.client()).startsWith("127.0.0.1:");
                var times = exchange.times();
                assertThat(times.receivedNanos()).isPositive();
                assertThat(times.forwardedNanos()).isGreaterThanOrEqualTo(times.receivedNanos());
                assertThat(times.firstByteBackNanos()).isGreaterThan(times.forwardedNanos());
                assertThat(times.answeredNanos())
                    .isGreaterThanOrEqualTo(times.firstByteBackNanos());
              });
    } finally {
      store.stop();
    }
  }
}
