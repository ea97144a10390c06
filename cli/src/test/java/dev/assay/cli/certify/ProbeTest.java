package dev.assay.cli.certify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.engine.EngineSettings;
import dev.assay.features.poll.Poll;
import dev.assay.features.wire.Endpoint;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

@DisplayName("Before a run a store that does not answer")
@Timeout(60)
class ProbeTest {
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger asked = new AtomicInteger();
  private final StringWriter said = new StringWriter();
  private final Clock clock = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);
  private Instant now = Instant.EPOCH;
  private int silent = Integer.MAX_VALUE;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(handlers);
    server.createContext(
        "/",
        exchange -> {
          if (asked.incrementAndGet() <= silent) {
            try {
              over.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
          byte[] body = "{\"TableNames\":[]}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
    handlers.close();
  }

  private Endpoint endpoint() {
    return Endpoint.of(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "us-east-1");
  }

  private void probe(Store store) {
    new Probe(
            clock,
            () -> AwsCredentialsIdentity.create("AKIAIOSFODNN7EXAMPLE", "secret"),
            Duration.ofMillis(50),
            new Poll(clock, pause -> now = now.plusSeconds(9)))
        .require(store, endpoint(), new PrintWriter(said, true));
  }

  private static Store.OwnEngine own() {
    return new Store.OwnEngine(Store.OwnEngine.start(EngineSettings.defaults()), "1");
  }

  @Test
  void isWaitedForIfAssayHasStartedIt() {
    silent = 2;
    try (Store own = own()) {
      probe(own);
    }
    assertThat(asked).hasValue(3);
    assertThat(said.toString())
        .contains("Waiting for Assay reference engine at " + endpoint().uri() + ": no answer");
  }

  @Test
  void isGivenUpAfterAMinuteWithTheReasonAndTheLoad() {
    try (Store own = own()) {
      assertThatThrownBy(() -> probe(own))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.UNREACHABLE))
          .hasMessageContaining("which Assay itself has started at " + endpoint().uri())
          .hasMessageContaining(", and so for 63 s")
          .hasMessageMatching("(?s).*load of this machine is .* on \\d+ processors.*");
    }
  }

  @Test
  void isAskedOnceIfItIsSomebodyElses() {
    Store elsewhere = new Store.Elsewhere(endpoint().uri(), Optional.empty());
    assertThatThrownBy(() -> probe(elsewhere))
        .hasMessage(endpoint().uri() + " cannot be reached: no answer within 0 s");
    assertThat(asked).hasValueLessThanOrEqualTo(1);
    assertThat(said.toString()).isEmpty();
  }
}
