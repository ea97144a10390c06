package dev.assay.proxy.metrics;

import dev.assay.proxy.journal.Exchange;
import dev.assay.proxy.journal.Outcome;
import dev.assay.proxy.journal.Touch;
import dev.assay.proxy.route.Router;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Counts exchanges as the journal's writer comes by them, so that the wire pays nothing for it.
 *
 * <pre>
 *   wire ──► journal's writer ──► saw(exchange) ──► counters ──► GET /metrics
 * </pre>
 */
public final class ProxyMetrics {
  /** What a scraper is told that {@link #text} is. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /** Operations beyond these are counted as {@code other}: a client can invent any number. */
  private static final int MOST_OPERATIONS = 150;

  private static final double[] SECONDS = {
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30
  };

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Set<String> operations = new HashSet<>();
  private final Counter requests =
      Counter.builder()
          .name("assay_proxy_requests_total")
          .help("Exchanges that ended, by what the client was told; status 0 is no answer.")
          .labelNames("operation", "status", "upstream", "outcome")
          .register(registry);
  private final Histogram durations =
      Histogram.builder()
          .name("assay_proxy_request_duration_seconds")
          .help("From the request's head to the answer's last byte.")
          .unit(Unit.SECONDS)
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .labelNames("operation", "upstream")
          .register(registry);
  private final Counter bytes =
      Counter.builder()
          .name("assay_proxy_body_bytes_total")
          .help("Bytes of bodies, by direction.")
          .labelNames("direction", "upstream")
          .register(registry);
  private final Counter faults =
      Counter.builder()
          .name("assay_proxy_faults_total")
          .help("Faults that were put upon exchanges, by rule.")
          .labelNames("rule", "kind")
          .register(registry);

  /** What the counters of one kind of exchange have in common. */
  private record Kind(String operation, int status, String upstream, Outcome outcome) {}

  /** The counters of one kind of exchange, found once. */
  private record Points(
      CounterDataPoint requests,
      DistributionDataPoint durations,
      CounterDataPoint sent,
      CounterDataPoint answered) {}

  private final Map<Kind, Points> points = new HashMap<>();

  /** Takes an exchange into account. Called by one thread at a time. */
  public void saw(Exchange exchange) {
    Points counted =
        points.computeIfAbsent(
            new Kind(
                label(exchange.operation()),
                exchange.status(),
                exchange.upstream(),
                exchange.outcome()),
            this::points);
    counted.requests().inc();
    counted
        .durations()
        .observe((exchange.times().answeredNanos() - exchange.times().receivedNanos()) / 1e9);
    counted.sent().inc(exchange.request().bodyBytes());
    counted.answered().inc(exchange.response().bodyBytes());
    for (Touch touch : exchange.touchedBy()) {
      faults.labelValues(touch.rule(), touch.kind()).inc();
    }
  }

  private Points points(Kind kind) {
    return new Points(
        requests.labelValues(
            kind.operation(),
            Integer.toString(kind.status()),
            kind.upstream(),
            kind.outcome().name().toLowerCase(Locale.ROOT)),
        durations.labelValues(kind.operation(), kind.upstream()),
        bytes.labelValues("request", kind.upstream()),
        bytes.labelValues("response", kind.upstream()));
  }

  private String label(String operation) {
    if (operation.isEmpty()) {
      return "none";
    }
    boolean known =
        operations.contains(operation)
            || (operations.size() < MOST_OPERATIONS && operations.add(operation));
    return known ? operation : "other";
  }

  /**
   * Adds what is not counted but looked at when it is asked for.
   *
   * @param connections of clients, now
   * @param backlog exchanges that are not on disk yet
   * @param backlogBytes memory that they hold
   */
  public void watch(
      Router router, IntSupplier connections, LongSupplier backlog, LongSupplier backlogBytes) {
    gauge("assay_proxy_client_connections", "Connections of clients.", connections::getAsInt);
    gauge(
        "assay_proxy_journal_backlog_exchanges",
        "Exchanges that are not on disk yet.",
        backlog::getAsLong);
    gauge(
        "assay_proxy_journal_backlog_bytes",
        "Memory held by exchanges that are not on disk yet.",
        backlogBytes::getAsLong);
    GaugeWithCallback.builder()
        .name("assay_proxy_upstream_healthy")
        .help("1 while requests may go to the upstream.")
        .labelNames("upstream")
        .callback(
            callback ->
                router
                    .routing()
                    .upstreams()
                    .forEach(
                        upstream ->
                            callback.call(
                                router.healthOf(upstream).healthy() ? 1 : 0, upstream.name())))
        .register(registry);
  }

  private void gauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsDouble()))
        .register(registry);
  }

  /** All of it in Prometheus' text format. */
  public String text() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(out, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
