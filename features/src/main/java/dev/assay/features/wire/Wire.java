package dev.assay.features.wire;

import dev.assay.features.notation.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Sends requests over pooled HTTP/1.1 connections. Nothing is retried and no redirect followed:
 * what the store said first is what counts. Safe for many threads.
 */
public final class Wire implements AutoCloseable {
  /** The JDK's client sets these itself and refuses them from outside. */
  private static final Set<String> SET_BY_CLIENT =
      Set.of("connection", "content-length", "expect", "host", "upgrade");

  private final AtomicBoolean unanswered = new AtomicBoolean();
  private final HttpClient client;
  private final Clock clock;
  private final Duration deadline;
  private final Map<Long, CompletableFuture<?>> underWay = new ConcurrentHashMap<>();
  private final AtomicLong exchanges = new AtomicLong();

  /**
   * @param deadline how long a whole exchange may take before it counts as failed
   */
  public Wire(Clock clock, Duration deadline) {
    this.clock = clock;
    this.deadline = deadline;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(deadline)
            .build();
  }

  Clock clock() {
    return clock;
  }

  /**
   * Sends the request exactly as given and hands the exchange to {@code evidence}, also when no
   * response comes.
   */
  public HttpMessage.Response send(HttpMessage.Request request, Consumer<Exchange> evidence)
      throws TransportException {
    return send(request, evidence, () -> {});
  }

  /**
   * The same, given up if it is not wanted any more.
   *
   * @param gate passed once the exchange is one that {@link #abandon} reaches, so that none slips
   *     through between the two; what it throws is thrown
   */
  HttpMessage.Response send(HttpMessage.Request request, Consumer<Exchange> evidence, Runnable gate)
      throws TransportException {
    Instant startedAt = clock.instant();
    CompletableFuture<HttpResponse<byte[]>> pending =
        client.sendAsync(toJdk(request), HttpResponse.BodyHandlers.ofByteArray());
    long number = exchanges.incrementAndGet();
    underWay.put(number, pending);
    HttpMessage.Response reply;
    try {
      gate.run();
      HttpResponse<byte[]> response = pending.get();
      reply =
          new HttpMessage.Response(
              response.statusCode(),
              new Headers(response.headers().map()),
              Body.of(response.body()));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException || e.getCause() instanceof CancellationException) {
        throw failed(request, startedAt, (Exception) e.getCause(), evidence);
      }
      throw new IllegalStateException(e.getCause());
    } catch (CancellationException e) {
      throw failed(request, startedAt, e, evidence);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(request, startedAt, e, evidence);
    } finally {
      underWay.remove(number);
      // Nothing to do for one that has its answer.
      boolean unused = pending.cancel(true);
    }
    evidence.accept(exchange(request, startedAt, Optional.of(reply), Optional.empty()));
    Optional<String> silence = silenceBehind(reply);
    if (silence.isPresent()) {
      unanswered.set(true);
      throw TransportException.behindTheProxy(silence.get());
    }
    return reply;
  }

  /** What the fault proxy says in the place of a store that did not answer. */
  private static Optional<String> silenceBehind(HttpMessage.Response reply) {
    if (reply.status() != 502 && reply.status() != 504) {
      return Optional.empty();
    }
    return Json.read(reply.body().bytes())
        .filter(body -> body.path("__type").asText("").startsWith("dev.assay.proxy#Upstream"))
        .map(body -> body.path("message").asText(""));
  }

  /** Whether a request got no response since this was last asked. */
  public boolean takeUnanswered() {
    return unanswered.getAndSet(false);
  }

  /** Waits no longer for the exchanges that are under way: they fail. Others may follow. */
  public void abandon() {
    underWay.values().forEach(pending -> pending.cancel(true));
  }

  private TransportException failed(
      HttpMessage.Request request, Instant startedAt, Exception e, Consumer<Exchange> evidence) {
    unanswered.set(true);
    TransportException failure = TransportException.to(request.uri(), e);
    evidence.accept(
        exchange(
            request,
            startedAt,
            Optional.empty(),
            Optional.of(String.valueOf(failure.getMessage()))));
    return failure;
  }

  private HttpRequest toJdk(HttpMessage.Request request) {
    HttpRequest.BodyPublisher body =
        request.body().length() == 0
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(request.body().bytes());
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.uri()).timeout(deadline).method(request.method(), body);
    request
        .headers()
        .values()
        .forEach(
            (name, values) -> {
              if (!SET_BY_CLIENT.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> builder.header(name, value));
              }
            });
    return builder.build();
  }

  private Exchange exchange(
      HttpMessage.Request request,
      Instant startedAt,
      Optional<HttpMessage.Response> reply,
      Optional<String> failure) {
    return new Exchange(
        startedAt,
        Duration.between(startedAt, clock.instant()),
        request
            .headers()
            .first("X-Amz-Target")
            .map(target -> Operation.ofTarget(target).name())
            .orElse(request.method() + " " + request.uri().getPath()),
        request.method(),
        request.uri().toString(),
        request.headers().redacted(),
        Evidence.of(request.body()),
        reply.map(r -> new Exchange.Reply(r.status(), r.headers(), Evidence.of(r.body()))),
        failure);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
