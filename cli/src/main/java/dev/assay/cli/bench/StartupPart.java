package dev.assay.cli.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts stores in turns, each in a new process, and times the way to the first answer. */
record StartupPart(
    BenchSettings settings,
    List<Contender.Startable> contenders,
    Timing timing,
    Budget budget,
    Interruption interruption,
    Progress progress) {

  /**
   * How fast a store starts.
   *
   * @param millis from the start of the command to the first successful ListTables
   * @param starts how often
   */
  record Result(String title, Spread millis, int starts) {}

  List<Result> run() {
    Map<String, List<Double>> times = new LinkedHashMap<>();
    // The first start reads files that later ones find in memory, and leaves archives of classes
    // behind: it is not counted.
    for (int start = 0;
        start <= settings.starts() && !budget.isSpent() && !interruption.isAsked();
        start++) {
      for (Contender.Startable contender : contenders) {
        progress.step("Start %d of %d: %s".formatted(start, settings.starts(), contender.title()));
        double millis = timeOneStart(contender);
        if (start > 0) {
          times.computeIfAbsent(contender.title(), title -> new ArrayList<>()).add(millis);
        }
      }
    }
    return contenders.stream().flatMap(contender -> result(contender.title(), times)).toList();
  }

  private double timeOneStart(Contender.Startable contender) {
    try (LaunchedServer server =
        LaunchedServer.start(contender.title(), contender::command, timing)) {
      return server.firstAnswerNanos() / 1e6;
    }
  }

  private static Stream<Result> result(String title, Map<String, List<Double>> times) {
    List<Double> millis = times.getOrDefault(title, List.of());
    return millis.isEmpty()
        ? Stream.empty()
        : Stream.of(new Result(title, Spread.of(millis), millis.size()));
  }
}
