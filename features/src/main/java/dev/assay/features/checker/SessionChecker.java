package dev.assay.features.checker;

import dev.assay.features.history.Call;
import dev.assay.features.history.History;
import dev.assay.features.history.Op;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What each client may expect of its own session. A violation is a read of a value that is
 * certainly older than one that the session must know of.
 *
 * <p>Source: D. Terry et al., Session Guarantees for Weakly Consistent Replicated Data, 1994.
 */
final class SessionChecker implements Checker {
  /** The four guarantees. */
  private enum Guarantee {
    READ_YOUR_WRITES("it had written that itself"),
    MONOTONIC_READS("it had read that before"),
    MONOTONIC_WRITES("it had seen a later write of the client who wrote that"),
    WRITES_FOLLOW_READS("it had seen a write of a client who had read that before");

    private final String reason;

    Guarantee(String reason) {
      this.reason = reason;
    }

    String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** The newest write of a key that must be known, and how it came to be known. */
  private record Known(Op write, Op since) {}

  /** What one client must know, by guarantee and key. */
  private static final class Session {
    final Map<Guarantee, Map<String, Known>> known = new EnumMap<>(Guarantee.class);

    void learn(Guarantee guarantee, String key, Known fact) {
      known
          .computeIfAbsent(guarantee, g -> new HashMap<>())
          .merge(
              key,
              fact,
              (old, fresh) ->
                  fresh.write().invokedNanos() > old.write().invokedNanos() ? fresh : old);
    }

    Map<String, Known> of(Guarantee guarantee) {
      return known.getOrDefault(guarantee, Map.of());
    }
  }

  /** What a client knew when it wrote. */
  private record Behind(Map<String, Known> written, Map<String, Known> read) {}

  @Override
  public String name() {
    return "sessions";
  }

  @Override
  public String about() {
    return "read your writes, monotonic reads, monotonic writes, writes follow reads, for each"
        + " client";
  }

  @Override
  public Verdict check(History history, CheckerOptions options) {
    Versions versions = new Versions(history);
    Map<Op, Versions.Read> reads = new HashMap<>();
    versions.judged(options).forEach(read -> reads.put(read.op(), read));
    Map<String, Session> sessions = new HashMap<>();
    Map<Op, Behind> behind = new HashMap<>();
    Map<Guarantee, Integer> violations = new EnumMap<>(Guarantee.class);
    Findings findings = new Findings(history);
    for (Moment moment : moments(history)) {
      Op op = moment.op();
      Session session = sessions.computeIfAbsent(op.client(), client -> new Session());
      Optional<String> key = written(op);
      if (moment.begins()) {
        key.ifPresent(k -> behind.put(op, knownBy(session)));
      } else if (key.isPresent() && op.ok()) {
        session.learn(Guarantee.READ_YOUR_WRITES, key.get(), new Known(op, op));
      } else if (reads.containsKey(op)) {
        Versions.Read read = reads.get(op);
        judge(versions, session, read, findings, violations);
        learnFrom(versions, session, read, behind);
      }
    }
    Measures measures =
        new Measures().with("sessions", sessions.size()).with("reads", reads.size());
    for (Guarantee guarantee : Guarantee.values()) {
      measures.with(
          guarantee.name().toLowerCase(Locale.ROOT) + "_violations",
          violations.getOrDefault(guarantee, 0));
    }
    if (!findings.none()) {
      return findings.invalid(measures);
    }
    return reads.isEmpty()
        ? measures.unknown("no read that sessions are promised anything of was answered")
        : measures.valid(
            "%,d reads of %,d sessions kept all four guarantees"
                .formatted(reads.size(), sessions.size()));
  }

  /** A begin or an end; of those at the same time ends come last, so that nothing is overrated. */
  private record Moment(long nanos, boolean begins, Op op) {}

  private static List<Moment> moments(History history) {
    List<Moment> moments = new ArrayList<>();
    for (Op op : history.ops()) {
      moments.add(new Moment(op.invokedNanos(), true, op));
      moments.add(new Moment(op.completedNanos(), false, op));
    }
    moments.sort(Comparator.comparingLong(Moment::nanos).thenComparing(moment -> !moment.begins()));
    return moments;
  }

  private static Optional<String> written(Op op) {
    return switch (op.call()) {
      case Call.Write write -> Optional.of(write.key());
      case Call.Cas cas -> Optional.of(cas.key());
      case Call.Insert insert -> Optional.of(insert.key());
      case Call.Read read -> Optional.empty();
      case Call.Add add -> Optional.empty();
      case Call.Transaction txn -> Optional.empty();
      case Call.Transfer transfer -> Optional.empty();
      case Call.Snapshot snapshot -> Optional.empty();
      case Call.TakeRecords take -> Optional.empty();
    };
  }

  private static Behind knownBy(Session session) {
    return new Behind(
        Map.copyOf(session.of(Guarantee.READ_YOUR_WRITES)),
        Map.copyOf(session.of(Guarantee.MONOTONIC_READS)));
  }

  private static void judge(
      Versions versions,
      Session session,
      Versions.Read read,
      Findings findings,
      Map<Guarantee, Integer> violations) {
    for (Guarantee guarantee : Guarantee.values()) {
      Known known = session.of(guarantee).get(read.key());
      if (known == null
          || !known.since().before(read.op())
          || !versions.newer(known.write(), read.key(), read.value())) {
        continue;
      }
      violations.merge(guarantee, 1, Integer::sum);
      List<Op> ops = new ArrayList<>();
      versions.writer(read.key(), read.value()).ifPresent(ops::add);
      ops.add(known.write());
      ops.add(known.since());
      ops.add(read.op());
      findings.add(
          "%s: %s saw %s in %s after %s"
              .formatted(
                  guarantee.words(),
                  read.op().client(),
                  Words.number(read.value()),
                  read.key(),
                  Words.label(known.write()) + "; " + guarantee.reason),
          ops.stream().distinct().toList(),
          read.op());
    }
  }

  private static void learnFrom(
      Versions versions, Session session, Versions.Read read, Map<Op, Behind> behind) {
    versions
        .writer(read.key(), read.value())
        .ifPresent(
            writer -> {
              session.learn(Guarantee.MONOTONIC_READS, read.key(), new Known(writer, read.op()));
              Behind knew = behind.getOrDefault(writer, new Behind(Map.of(), Map.of()));
              knew.written()
                  .forEach(
                      (key, known) ->
                          session.learn(
                              Guarantee.MONOTONIC_WRITES,
                              key,
                              new Known(known.write(), read.op())));
              knew.read()
                  .forEach(
                      (key, known) ->
                          session.learn(
                              Guarantee.WRITES_FOLLOW_READS,
                              key,
                              new Known(known.write(), read.op())));
            });
  }
}
