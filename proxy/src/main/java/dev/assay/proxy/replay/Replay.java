package dev.assay.proxy.replay;

import dev.assay.proxy.journal.Exchange;
import dev.assay.proxy.journal.Outcome;
import dev.assay.proxy.sign.Resigner;
import dev.assay.proxy.sign.SigningException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks a store again what a journal's clients asked another, one request after the other in the
 * order of the journal, which is that in which the exchanges ended.
 */
public final class Replay implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** What the HTTP client says itself, and will not be told. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final URI endpoint;
  private final Optional<Resigner> resigner;
  private final Set<String> ignored;

  /**
   * @param endpoint scheme, host and port
   * @param resigner signs requests for it; without one they bear the signatures that they had
   * @param ignored names of members of answers that may differ
   */
  public Replay(URI endpoint, Optional<Resigner> resigner, Set<String> ignored) {
    this.endpoint = endpoint;
    this.resigner = resigner;
    this.ignored = Set.copyOf(ignored);
  }

  /** Asks one again. */
  public Replayed again(Exchange exchange) throws InterruptedException {
    Optional<String> obstacle = obstacle(exchange);
    if (obstacle.isPresent()) {
      return new Replayed.Skipped(exchange, obstacle.get());
    }
    try {
      HttpResponse<byte[]> answer =
          http.send(request(exchange), HttpResponse.BodyHandlers.ofByteArray());
      List<Difference> differences =
          AnswerDiff.between(
              exchange.status(),
              exchange.response().body(),
              answer.statusCode(),
              answer.body(),
              ignored);
      return differences.isEmpty()
          ? new Replayed.Same(exchange)
          : new Replayed.Different(exchange, differences);
    } catch (IOException | SigningException | IllegalArgumentException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Replayed.Unanswered(exchange, reason);
    }
  }

  /** Only what a store answered, and all of it, can be compared with what another answers. */
  private static Optional<String> obstacle(Exchange exchange) {
    if (!exchange.touchedBy().isEmpty()) {
      return Optional.of("a fault was put upon it");
    }
    if (exchange.outcome() != Outcome.ANSWERED) {
      return Optional.of("the store did not answer it");
    }
    if (exchange.request().truncated() || exchange.response().truncated()) {
      return Optional.of("the journal kept only a part of it");
    }
    return Optional.empty();
  }

  private HttpRequest request(Exchange exchange) throws SigningException {
    int blank = exchange.method().indexOf(' ');
    HttpMethod method = HttpMethod.valueOf(exchange.method().substring(0, blank));
    String target = exchange.method().substring(blank + 1);
    DefaultHttpRequest head = new DefaultHttpRequest(HttpVersion.HTTP_1_1, method, target);
    for (Map.Entry<String, String> header : exchange.request().headers()) {
      if (!OF_THE_CONNECTION.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        head.headers().add(header.getKey(), header.getValue());
      }
    }
    byte[] body = exchange.request().body();
    HttpHeaders headers = head.headers();
    if (resigner.isPresent()) {
      ByteBuf bytes = Unpooled.wrappedBuffer(body);
      FullHttpRequest signed = resigner.get().sign(head, bytes, endpoint, "");
      headers = signed.headers();
      body = ByteBufUtil.getBytes(signed.content());
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint.resolve(target.startsWith("/") ? target : "/"))
            .timeout(PATIENCE)
            .method(method.name(), HttpRequest.BodyPublishers.ofByteArray(body));
    for (Map.Entry<String, String> header : headers) {
      if (!OF_THE_CONNECTION.contains(header.getKey().toLowerCase(Locale.ROOT))) {
        request.header(header.getKey(), header.getValue());
      }
    }
    return request.build();
  }

  @Override
  public void close() {
    http.close();
  }
}
