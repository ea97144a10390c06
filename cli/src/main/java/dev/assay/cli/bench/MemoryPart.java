package dev.assay.cli.bench;

import dev.assay.cli.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Starts stores one after the other, fills each with items and looks at its process before and
 * after.
 */
record MemoryPart(
    BenchSettings settings,
    List<Contender.Startable> contenders,
    ProcessMemory memory,
    Timing timing,
    Budget budget,
    Interruption interruption,
    Progress progress) {

  /**
   * What a process takes.
   *
   * @param residentBytes of real memory
   * @param heapBytes of a Java heap that a full collection leaves
   */
  record Footprint(OptionalLong residentBytes, OptionalLong heapBytes) {}

  /**
   * A store's memory.
   *
   * @param started after the first answer
   * @param items how many were put; fewer than asked for when the time was over
   * @param itemsPerSecond how fast
   * @param filled with those items
   */
  record Result(
      String title, Footprint started, long items, double itemsPerSecond, Footprint filled) {}

  List<Result> run() {
    List<Result> results = new ArrayList<>();
    for (int index = 0;
        index < contenders.size() && !budget.isSpent() && !interruption.isAsked();
        index++) {
      long share = budget.remainingNanos() / (contenders.size() - index);
      results.add(measure(contenders.get(index), share));
    }
    return results;
  }

  private Result measure(Contender.Startable contender, long atMostNanos) {
    try (LaunchedServer server =
        LaunchedServer.start(contender.title(), contender::command, timing)) {
      progress.step("Memory: " + contender.title() + " after its start");
      Footprint started = footprint(server.port());
      Dataset data =
          new Dataset(
              "assay-bench-memory", Math.toIntExact(settings.items()), settings.itemBytes());
      progress.step(
          "Memory: %s gets %,d items of %d bytes"
              .formatted(contender.title(), settings.items(), settings.itemBytes()));
      Measurement filling = fill(server, data, atMostNanos);
      if (filling.errors() > 0) {
        throw Refusal.unreachable(
            contender.title()
                + " refuses items: "
                + filling.firstError().orElse("no reason given"));
      }
      long items = Math.min(settings.items(), filling.answered() * Dataset.BATCH);
      return new Result(
          contender.title(),
          started,
          items,
          filling.perSecond() * Dataset.BATCH,
          footprint(server.port()));
    }
  }

  private Measurement fill(LaunchedServer server, Dataset data, long atMostNanos) {
    Template batch = data.putBatch(server.endpoint());
    try (Exchanges exchanges =
        SocketExchanges.open(server.endpoint(), settings.connections(), batch.length(), timing)) {
      new Tables(new Caller(server.endpoint()), data, timing).createItems();
      return Filling.with(batch, settings.items())
          .run(new LoadGenerator(exchanges, timing, interruption::isAsked), atMostNanos);
    }
  }

  /** Resident memory first: the collection that the heap's figure needs may give memory back. */
  private Footprint footprint(int port) {
    OptionalLong process = memory.listeningOn(port);
    if (process.isEmpty()) {
      return new Footprint(OptionalLong.empty(), OptionalLong.empty());
    }
    OptionalLong resident = memory.residentBytes(process.getAsLong());
    return new Footprint(resident, memory.heapBytesAfterCollection(process.getAsLong()));
  }
}
