package dev.assay.cli.bench;

import dev.assay.cli.problem.Refusal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A store that holds the dataset and has connections open, ready for load. */
final class FilledStore implements AutoCloseable {
  private final String title;
  private final Dataset data;
  private final Tables tables;
  private final Exchanges exchanges;
  private final LoadGenerator generator;
  private final KeySpace keys;
  private final RandomGenerator random;
  private final OptionalLong process;

  private FilledStore(
      String title,
      Dataset data,
      Tables tables,
      Exchanges exchanges,
      LoadGenerator generator,
      long seed,
      OptionalLong process) {
    this.title = title;
    this.data = data;
    this.tables = tables;
    this.exchanges = exchanges;
    this.generator = generator;
    this.keys = KeySpace.of(data.keys(), exchanges.connections());
    this.random = new SplittableRandom(seed);
    this.process = process;
  }

  /**
   * Makes and fills the tables.
   *
   * @param process the store's, if it runs on this machine
   * @throws Refusal when the store cannot be reached or will not take them
   */
  static FilledStore fill(
      String title,
      URI endpoint,
      OptionalLong process,
      Dataset data,
      BenchSettings settings,
      Timing timing,
      Interruption interruption) {
    Tables tables = new Tables(new Caller(endpoint), data, timing);
    int longest =
        Arrays.stream(Workload.values())
            .mapToInt(workload -> workload.request(data, endpoint).length())
            .max()
            .orElseThrow();
    int longestBatch = Math.max(longest, data.putGroupedBatch(endpoint).length());
    Exchanges exchanges =
        SocketExchanges.open(endpoint, settings.connections(), longestBatch, timing);
    LoadGenerator generator = new LoadGenerator(exchanges, timing, interruption::isAsked);
    FilledStore store =
        new FilledStore(title, data, tables, exchanges, generator, settings.seed(), process);
    interruption.beforeEnd(tables::drop);
    try {
      tables.create();
      store.put(data.putBatch(endpoint));
      store.put(data.putGroupedBatch(endpoint));
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private void put(Template batch) {
    Measurement filling =
        Filling.with(batch, data.keys()).run(generator, Duration.ofMinutes(5).toNanos());
    if (filling.errors() > 0) {
      throw Refusal.unreachable(
          title + " refuses items: " + filling.firstError().orElse("no reason given"));
    }
  }

  String title() {
    return title;
  }

  /** Why a workload cannot be measured, in the store's words. */
  Optional<String> objection(Workload workload) {
    Reply reply = tables.caller().call(workload.request(data, tables.caller().endpoint()));
    return switch (reply) {
      case Reply.Http http when !http.isSuccess() ->
          Optional.of(title + " answers " + http.excerpt());
      case Reply.Http http when !workload.accepts(http.body(), data) ->
          Optional.of(title + " answers unexpectedly " + http.excerpt());
      case Reply.Http http -> Optional.empty();
      case Reply.Lost lost -> Optional.of(title + ": " + lost.reason());
    };
  }

  /**
   * Time that the store's process has had on all processors, in nanoseconds, if it runs on this
   * machine.
   */
  OptionalLong processorNanos() {
    return process.stream()
        .mapToObj(ProcessHandle::of)
        .flatMap(handle -> handle.flatMap(running -> running.info().totalCpuDuration()).stream())
        .mapToLong(Duration::toNanos)
        .findFirst();
  }

  /** Puts it under load for that long. */
  Measurement run(Workload workload, Pace pace, Duration duration) {
    Template template = workload.request(data, tables.caller().endpoint());
    Requests requests =
        new Requests() {
          @Override
          public void next(int connection, ByteBuffer into) {
            template.stamp(into, keys.draw(connection, random), keys);
          }

          @Override
          public boolean accepts(String body) {
            return workload.accepts(body, data);
          }
        };
    return generator.run(requests, pace, duration.toNanos(), Long.MAX_VALUE);
  }

  @Override
  public void close() {
    exchanges.close();
    tables.drop();
  }
}
