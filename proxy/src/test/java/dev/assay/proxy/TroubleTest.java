package dev.assay.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.fault.AddedLatency;
import dev.assay.fault.Match;
import dev.assay.fault.Rule;
import dev.assay.proxy.journal.Exchange;
import dev.assay.proxy.journal.Knowledge;
import dev.assay.proxy.journal.Outcome;
import dev.assay.proxy.route.UpstreamAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In trouble the proxy")
class TroubleTest {
  private static final RawStore.Script NEVER_ANSWERS = (head, in, out) -> in.readAllBytes();

  private static UpstreamAddress nobody() throws IOException {
    try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new UpstreamAddress(false, "127.0.0.1", unused.getLocalPort());
    }
  }

  @Test
  void saysThatADeadStoreCannotBeReached() throws IOException {
    try (ProxyFixture fixture = new ProxyFixture(nobody());
        RawClient client = fixture.client()) {
      RawHttp.Answer answer = client.call("PutItem", "{\"TableName\":\"t\"}");

      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.text())
          .contains("#UpstreamUnreachableException\"")
          .contains("The proxy could not connect to the store at http://127.0.0.1:")
          .contains("connection refused");
      Exchange exchange = fixture.journal().getFirst();
      assertThat(exchange.outcome()).isEqualTo(Outcome.UPSTREAM_UNREACHABLE);
      assertThat(exchange.errorType()).isEqualTo("UpstreamUnreachableException");
      assertThat(exchange.storeSaw()).isEqualTo(Knowledge.NO);
      assertThat(exchange.tables()).containsExactly("t");
      assertThat(client.call("PutItem", "{}").status()).isEqualTo(502);
    }
  }

  @Test
  void saysThatAHostIsUnknown() throws IOException {
    try (ProxyFixture fixture =
            new ProxyFixture(new UpstreamAddress(false, "no-such-host.invalid", 80));
        RawClient client = fixture.client()) {
      assertThat(client.call("PutItem", "{}").text()).contains("the host name is unknown");
    }
  }

  @Test
  void saysThatAStoreWithoutTlsDoesNotSpeakIt() throws IOException {
    try (RawStore store =
            new RawStore(
                (head, in, out) ->
                    out.write("HTTP/1.1 400 Bad\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
        ProxyFixture fixture =
            new ProxyFixture(
                new UpstreamAddress(true, "127.0.0.1", store.address().port()),
                settings -> settings.withUpstreamTimeout(Duration.ofMillis(500)));
        RawClient client = fixture.client()) {
      assertThat(client.call("PutItem", "{}").status()).isIn(502, 504);
      assertThat(fixture.journal().getFirst().storeSaw()).isEqualTo(Knowledge.NO);
    }
  }

  @Test
  void doesNotWaitForASilentStoreForEver() throws IOException {
    try (RawStore store = new RawStore(NEVER_ANSWERS);
        ProxyFixture fixture =
            new ProxyFixture(
                store.address(), settings -> settings.withUpstreamTimeout(Duration.ofMillis(200)));
        RawClient client = fixture.client()) {
      RawHttp.Answer answer = client.call("PutItem", "{}");

      assertThat(answer.status()).isEqualTo(504);
      assertThat(answer.text())
          .contains("#UpstreamTimeoutException\"")
          .contains("was silent for 200 ms");
      Exchange exchange = fixture.journal().getFirst();
      assertThat(exchange.outcome()).isEqualTo(Outcome.UPSTREAM_TIMED_OUT);
      assertThat(exchange.storeSaw()).isEqualTo(Knowledge.UNKNOWN);
      assertThat(exchange.storeApplied()).isEqualTo(Knowledge.UNKNOWN);
    }
  }

  @Test
  void doesNotCountItsOwnDelaysAsTheStoresSilence() throws IOException {
    try (RawStore store = RawStore.echo();
        ProxyFixture fixture =
            new ProxyFixture(
                store.address(),
                settings ->
                    settings
                        .withUpstreamTimeout(Duration.ofMillis(300))
                        .withClientTimeout(Duration.ofMillis(300)));
        RawClient client = fixture.client()) {
      fixture.proxy().rules().put(Rule.of("slow", Match.everything(), new AddedLatency(700)));

      assertThat(client.call("PutItem", "{}").status()).isEqualTo(200);
    }
  }

  @Test
  void saysThatAStoreHungUpInsteadOfAnswering() throws IOException {
    try (RawStore store =
            new RawStore(
                (head, in, out) -> {
                  throw new IOException("dies");
                });
        ProxyFixture fixture = new ProxyFixture(store.address());
        RawClient client = fixture.client()) {
      RawHttp.Answer answer = client.call("PutItem", "");

      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.text()).contains("#UpstreamBrokeOffException\"");
      assertThat(fixture.journal().getFirst().storeApplied()).isEqualTo(Knowledge.UNKNOWN);
    }
  }

  @Test
  void breaksAnAnswerOffThatTheStoreBrokeOff() throws IOException {
    try (RawStore store =
            new RawStore(
                (head, in, out) -> {
                  out.write(
                      "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"
                          .getBytes(StandardCharsets.UTF_8));
                  out.flush();
                  throw new IOException("dies");
                });
        ProxyFixture fixture = new ProxyFixture(store.address());
        RawClient client = fixture.client()) {
      client.send(RawClient.request("PutItem", ""));

      assertThat(client.untilEnd()).endsWith("half");
      assertThat(fixture.journalOf(1).getFirst().outcome()).isEqualTo(Outcome.UPSTREAM_BROKE_OFF);
    }
  }

  @Test
  void letsGoOfTheStoreWhenTheClientHangsUpHalfWay() throws Exception {
    try (RawStore store = RawStore.echo();
        ProxyFixture fixture = new ProxyFixture(store.address())) {
      try (RawClient client = fixture.client()) {
        client.send(
            "POST / HTTP/1.1\r\n"
                + "Host: a\r\n"
                + "X-Amz-Target: DynamoDB_20120810.PutItem\r\n"
                + "Content-Length: 100\r\n\r\n"
                + "half");
        assertThat(store.requests().poll(10, TimeUnit.SECONDS)).isNotNull();
      }

      assertThat(store.endings().poll(10, TimeUnit.SECONDS)).isNotNull();
      Exchange exchange = fixture.journalOf(1).getFirst();
      assertThat(exchange.outcome()).isEqualTo(Outcome.CLIENT_GONE);
      assertThat(exchange.detail()).contains("disconnected after sending 4 bytes");
      assertThat(exchange.storeApplied()).isEqualTo(Knowledge.NO);
    }
  }

  @Test
  void letsGoOfTheStoreWhenTheClientHangsUpWhileWaiting() throws Exception {
    try (RawStore store = new RawStore(NEVER_ANSWERS);
        ProxyFixture fixture = new ProxyFixture(store.address())) {
      try (RawClient client = fixture.client()) {
        client.send(RawClient.request("PutItem", "{}"));
        assertThat(store.requests().poll(10, TimeUnit.SECONDS)).isNotNull();
      }

      Exchange exchange = fixture.journalOf(1).getFirst();
      assertThat(exchange.outcome()).isEqualTo(Outcome.CLIENT_GONE);
      assertThat(exchange.storeApplied()).isEqualTo(Knowledge.UNKNOWN);
    }
  }

  @Test
  void doesNotWaitForAStalledClientForEver() throws IOException {
    try (RawStore store = RawStore.echo();
        ProxyFixture fixture =
            new ProxyFixture(
                store.address(), settings -> settings.withClientTimeout(Duration.ofMillis(200)));
        RawClient client = fixture.client()) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf");

      assertThat(client.answer().status()).isEqualTo(408);
      assertThat(client.ended()).isTrue();
      assertThat(fixture.journal().getFirst().outcome()).isEqualTo(Outcome.CLIENT_STALLED);
    }
  }

  @Test
  void refusesABodyThatSaysItIsOver16Megabytes() throws IOException {
    try (RawStore store = RawStore.echo();
        ProxyFixture fixture = new ProxyFixture(store.address());
        RawClient client = fixture.client()) {
      int length = (16 << 20) + 1;
      client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: " + length + "\r\n\r\n");
      RawHttp.Answer answer = client.send(new byte[length]).answer();

      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.text()).contains("RequestEntityTooLargeException").contains("16777216");
      assertThat(client.ended()).isTrue();
      assertThat(store.requests()).isEmpty();
      assertThat(fixture.journal().getFirst().outcome()).isEqualTo(Outcome.BODY_TOO_LARGE);
    }
  }

  @Test
  void refusesAChunkedBodyThatGrowsOver16Megabytes() throws IOException {
    try (RawStore store = RawStore.echo();
        ProxyFixture fixture = new ProxyFixture(store.address());
        RawClient client = fixture.client()) {
      client.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
      byte[] chunk = ("100000\r\n" + "x".repeat(1 << 20) + "\r\n").getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 17; i++) {
        client.send(chunk);
      }

      assertThat(client.send("0\r\n\r\n").answer().status()).isEqualTo(413);
      Exchange exchange = fixture.journal().getFirst();
      assertThat(exchange.outcome()).isEqualTo(Outcome.BODY_TOO_LARGE);
      assertThat(exchange.storeApplied()).isEqualTo(Knowledge.NO);
    }
  }

  @Test
  void refusesWhatIsNotHttp() throws IOException {
    try (RawStore store = RawStore.echo();
        ProxyFixture fixture = new ProxyFixture(store.address());
        RawClient client = fixture.client()) {
      RawHttp.Answer answer = client.send("what is this?\r\n\r\n").answer();

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text()).contains("The request is not valid HTTP");
      assertThat(client.ended()).isTrue();
      assertThat(fixture.journal().getFirst().outcome()).isEqualTo(Outcome.MALFORMED_REQUEST);
    }
  }

  @Test
  void saysWhichPortIsInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      InetSocketAddress address = (InetSocketAddress) taken.getLocalSocketAddress();

      assertThatThrownBy(() -> new ProxyFixture(nobody(), s -> s.withListen(address)))
          .isInstanceOf(PortInUseException.class)
          .hasMessage(
              "The proxy cannot listen on "
                  + address.getHostString()
                  + ":"
                  + address.getPort()
                  + ": the port is in use; stop the program that holds it or choose another port.");
      assertThatThrownBy(() -> new ProxyFixture(nobody(), s -> s.withControl(address)))
          .isInstanceOf(PortInUseException.class)
          .hasMessageStartingWith("The proxy's control API cannot listen on");
    }
  }

  private static void awaitFailure(ProxyFixture fixture) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!fixture.proxy().journal().failed() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
  }

  @Test
  void refusesRequestsOnceTheDiskUnderTheJournalIsFull() throws IOException {
    try (RawStore store = RawStore.echo();
        ProxyFixture fixture =
            new ProxyFixture(
                store.address(), settings -> settings.withJournalReserve(Long.MAX_VALUE));
        RawClient client = fixture.client()) {
      awaitFailure(fixture);
      RawHttp.Answer answer = client.call("PutItem", "{}");

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.text())
          .contains("#JournalFailedException")
          .contains("The disk under the journal folder")
          .contains("is full");
      assertThat(client.call("PutItem", "{}").status()).isEqualTo(503);
      assertThat(store.requests()).isEmpty();
    }
  }

  @Test
  void goesOnWithoutAJournalWhenToldTo() throws IOException {
    try (RawStore store = RawStore.echo();
        ProxyFixture fixture =
            new ProxyFixture(
                store.address(),
                settings ->
                    settings
                        .withJournalReserve(Long.MAX_VALUE)
                        .withJournalFailure(JournalFailure.CONTINUE));
        RawClient client = fixture.client()) {
      awaitFailure(fixture);

      assertThat(client.call("PutItem", "{}").status()).isEqualTo(200);
    }
  }
}
