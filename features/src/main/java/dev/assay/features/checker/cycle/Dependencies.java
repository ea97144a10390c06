package dev.assay.features.checker.cycle;

import dev.assay.features.checker.cycle.Edge.Kind;
import dev.assay.features.history.Op;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds the graph of transactions and looks for circles in it, the gravest first. */
public final class Dependencies {
  private static final Set<Kind> WRITES = Set.of(Kind.WW);
  private static final Set<Kind> INFORMATION = Set.of(Kind.WW, Kind.WR);
  private static final Set<Kind> ALL = Set.of(Kind.WW, Kind.WR, Kind.RW);

  private final ListReads lists;
  private final boolean realtime;
  private final List<Op> committed;
  private final Map<Op, Integer> numbers = new HashMap<>();
  private final Graph graph;

  private Dependencies(List<Op> ops, boolean realtime) {
    this.lists = new ListReads(ops);
    this.realtime = realtime;
    Set<Op> observed = new HashSet<>();
    lists
        .reads()
        .forEach(
            (key, reads) ->
                lists
                    .longest(key)
                    .list()
                    .forEach(value -> lists.appender(key, value).ifPresent(observed::add)));
    this.committed =
        ops.stream().filter(op -> op.ok() || (op.unknown() && observed.contains(op))).toList();
    committed.forEach(op -> numbers.put(op, numbers.size()));
    this.graph = new Graph(committed.size());
  }

  /**
   * The anomalies among transactions over lists.
   *
   * @param ops all transactions that are to be judged, also those that failed or are unknown
   * @param realtime whether a transaction that began after another's answer must come after it
   * @param edges told how many edges the graph has
   */
  public static List<Anomaly> anomalies(
      List<Op> ops, boolean realtime, java.util.function.IntConsumer edges) {
    Dependencies dependencies = new Dependencies(ops, realtime);
    List<Anomaly> direct = dependencies.lists.direct();
    if (!direct.isEmpty()) {
      // Without one order of versions there is no graph to speak of.
      return direct;
    }
    dependencies.connect();
    edges.accept(dependencies.graph.edges());
    return dependencies.circles().map(List::of).orElse(List.of());
  }

  private void connect() {
    lists.reads().forEach(this::connectKey);
    if (realtime) {
      connectRealtime();
    }
  }

  private void connectKey(String key, List<ListReads.Read> reads) {
    List<Long> order = lists.longest(key).list();
    for (int n = 0; n + 1 < order.size(); n++) {
      String why = "%s holds %d right before %d".formatted(key, order.get(n), order.get(n + 1));
      edge(appender(key, order.get(n)), appender(key, order.get(n + 1)), Kind.WW, why);
    }
    Set<Long> seen = new HashSet<>(order);
    List<Map.Entry<Long, Op>> unseen =
        lists.appenders(key).entrySet().stream()
            .filter(
                entry -> !seen.contains(entry.getKey()) && numbers.containsKey(entry.getValue()))
            .toList();
    for (ListReads.Read read : reads) {
      int size = read.list().size();
      Optional<Op> reader = Optional.of(read.op());
      if (size > 0) {
        long last = read.list().getLast();
        edge(appender(key, last), reader, Kind.WR, "the latter read %d in %s".formatted(last, key));
      }
      if (size < order.size()) {
        String why = "the former did not see %d in %s yet".formatted(order.get(size), key);
        edge(reader, appender(key, order.get(size)), Kind.RW, why);
      } else {
        for (Map.Entry<Long, Op> entry : unseen) {
          String why = "the former did not see %d in %s".formatted(entry.getKey(), key);
          edge(reader, Optional.of(entry.getValue()), Kind.RW, why);
        }
      }
    }
  }

  private Optional<Op> appender(String key, long value) {
    return lists.appender(key, value);
  }

  private void edge(Optional<Op> from, Optional<Op> to, Kind kind, String why) {
    Integer first = from.map(numbers::get).orElse(null);
    Integer second = to.map(numbers::get).orElse(null);
    if (first != null && second != null) {
      graph.add(new Edge(first, second, kind, why));
    }
  }

  /** Only from those that no answered transaction came after yet: the rest follows from these. */
  private void connectRealtime() {
    List<Op> byEnd =
        committed.stream()
            .filter(Op::ok)
            .sorted(Comparator.comparingLong(Op::completedNanos))
            .toList();
    List<Op> byStart =
        committed.stream().sorted(Comparator.comparingLong(Op::invokedNanos)).toList();
    Map<Op, List<Op>> predecessors = new HashMap<>();
    List<Op> frontier = new ArrayList<>();
    int ended = 0;
    for (Op op : byStart) {
      while (ended < byEnd.size() && byEnd.get(ended).before(op)) {
        Op done = byEnd.get(ended++);
        frontier.removeAll(predecessors.getOrDefault(done, List.of()));
        frontier.add(done);
      }
      predecessors.put(op, List.copyOf(frontier));
      for (Op done : frontier) {
        edge(
            Optional.of(done),
            Optional.of(op),
            Kind.REALTIME,
            "it had been answered before the latter began");
      }
    }
  }

  private Optional<Anomaly> circles() {
    return graph
        .cycle(WRITES)
        .map(circle -> named("G0", circle))
        .or(() -> graph.cycle(INFORMATION).map(circle -> named("G1c", circle)))
        .or(() -> graph.cycleThrough(Kind.RW, INFORMATION).map(circle -> named("G-single", circle)))
        .or(() -> graph.cycleThrough(Kind.RW, ALL).map(circle -> named("G2", circle)))
        .or(this::realtimeCircles);
  }

  private Optional<Anomaly> realtimeCircles() {
    if (!realtime) {
      return Optional.empty();
    }
    return graph
        .cycle(with(WRITES))
        .map(circle -> named("G0-realtime", circle))
        .or(() -> graph.cycle(with(INFORMATION)).map(circle -> named("G1c-realtime", circle)))
        .or(
            () ->
                graph
                    .cycleThrough(Kind.RW, with(INFORMATION))
                    .map(circle -> named("G-single-realtime", circle)))
        .or(
            () ->
                graph.cycleThrough(Kind.RW, with(ALL)).map(circle -> named("G2-realtime", circle)));
  }

  private static Set<Kind> with(Set<Kind> kinds) {
    Set<Kind> all = new HashSet<>(kinds);
    all.add(Kind.REALTIME);
    return all;
  }

  private Anomaly named(String name, List<Edge> circle) {
    List<Op> ops = circle.stream().map(edge -> committed.get(edge.from())).toList();
    List<Edge> renumbered = new ArrayList<>();
    for (int n = 0; n < circle.size(); n++) {
      Edge edge = circle.get(n);
      renumbered.add(new Edge(n, (n + 1) % circle.size(), edge.kind(), edge.why()));
    }
    return new Anomaly(
        name,
        ops,
        List.copyOf(renumbered),
        "%d transactions each come before the next, and the last before the first"
            .formatted(ops.size()));
  }
}
