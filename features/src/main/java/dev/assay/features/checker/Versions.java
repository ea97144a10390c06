package dev.assay.features.checker;

import dev.assay.features.history.Call;
import dev.assay.features.history.History;
import dev.assay.features.history.Op;
import dev.assay.features.history.Reading;
import dev.assay.features.history.Seen;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who wrote what in a history whose writers never write the same value twice, and which value is
 * certainly newer than which: one whose write began after the other was in effect. That holds under
 * linearizability and, as long as clocks agree, under last writer wins.
 */
final class Versions {
  /** A read of one item that was answered. */
  record Read(Op op, String key, Reading how, OptionalLong value) {}

  /** A write of which its client does not know whether it was done. */
  private record Unanswered(Op op, long value) {}

  /** A write whose client got no answer, and the first read that showed it all the same. */
  record Shown(Op write, Op read) {}

  private final Map<String, Map<Long, Op>> writers = new TreeMap<>();
  private final Map<String, List<Op>> acknowledged = new HashMap<>();
  private final Map<String, List<Unanswered>> unanswered = new HashMap<>();
  private final Map<String, Map<Long, Long>> inEffect = new HashMap<>();
  private final Map<String, Map<Long, Op>> firstRead = new HashMap<>();
  private final List<Read> reads = new ArrayList<>();
  private final boolean apart;

  Versions(History history) {
    this.apart = history.header().apart();
    for (Op op : history.ops()) {
      switch (op.call()) {
        case Call.Write write -> wrote(op, write.key(), write.value());
        case Call.Cas cas -> wrote(op, cas.key(), cas.value());
        case Call.Insert insert -> wrote(op, insert.key(), insert.value());
        case Call.Read read -> {
          if (op.ok() && op.seen() instanceof Seen.Value seen) {
            reads.add(new Read(op, read.key(), read.how(), seen.value()));
          }
        }
        case Call.Add add -> {}
        case Call.Transaction txn -> {}
        case Call.Transfer transfer -> {}
        case Call.Snapshot snapshot -> {}
        case Call.TakeRecords take -> {}
      }
    }
    reads.forEach(this::shows);
  }

  private void wrote(Op op, String key, long value) {
    writers.computeIfAbsent(key, k -> new HashMap<>()).put(value, op);
    if (op.ok()) {
      acknowledged.computeIfAbsent(key, k -> new ArrayList<>()).add(op);
      shown(key, value, op.completedNanos());
    } else if (op.unknown()) {
      unanswered.computeIfAbsent(key, k -> new ArrayList<>()).add(new Unanswered(op, value));
    }
  }

  private void shows(Read read) {
    read.value().ifPresent(value -> shown(read.key(), value, read.op().completedNanos()));
    if (read.how() != Reading.RESTORED) {
      read.value()
          .ifPresent(
              value ->
                  firstRead
                      .computeIfAbsent(read.key(), key -> new HashMap<>())
                      .merge(value, read.op(), Op::earlier));
    }
  }

  private void shown(String key, long value, long nanos) {
    inEffect.computeIfAbsent(key, k -> new HashMap<>()).merge(value, nanos, Math::min);
  }

  List<Read> reads() {
    return reads;
  }

  List<Read> reads(Reading how) {
    return reads.stream().filter(read -> read.how() == how).toList();
  }

  /** Strong and final reads, and eventual ones if they are held to the same promises. */
  List<Read> judged(CheckerOptions options) {
    return reads.stream()
        .filter(
            read ->
                read.how() == Reading.STRONG
                    || read.how() == Reading.FINAL
                    || (options.allReads() && read.how() == Reading.EVENTUAL))
        .toList();
  }

  /**
   * The final reads that tell what was kept: of regions that are apart the last one of each key at
   * each endpoint, since those before may have been made on the way to agreement.
   */
  Collection<Read> settled() {
    if (!apart) {
      return reads(Reading.FINAL);
    }
    Map<String, Read> last = new LinkedHashMap<>();
    reads(Reading.FINAL).forEach(read -> last.put(read.op().at() + " " + read.key(), read));
    return last.values();
  }

  /** Whether what one of them did or saw binds the other at once. */
  boolean together(Op one, Op other) {
    return !apart || one.at().equals(other.at());
  }

  Set<String> keys() {
    return new TreeSet<>(writers.keySet());
  }

  /** Who wrote that, also if it was refused. */
  Optional<Op> writer(String key, OptionalLong value) {
    return value.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(writers.getOrDefault(key, Map.of()).get(value.getAsLong()));
  }

  /** The acknowledged writes of a key by invocation. */
  List<Op> acknowledged(String key) {
    return acknowledged.getOrDefault(key, List.of());
  }

  /**
   * When a value was in effect for certain; {@link Long#MAX_VALUE} for one that an attempt without
   * an answer may write once more. An absent item was so from the beginning.
   */
  long inEffect(String key, OptionalLong value) {
    if (value.isEmpty()) {
      return Long.MIN_VALUE;
    }
    Optional<Op> writer = writer(key, value);
    if (writer.isPresent() && (writer.get().unanswered() > 0 || repeated(writer.get()))) {
      return Long.MAX_VALUE;
    }
    return inEffect.getOrDefault(key, Map.of()).getOrDefault(value.getAsLong(), Long.MAX_VALUE);
  }

  private static boolean repeated(Op op) {
    return op.unknown() && op.attempts() > 1;
  }

  /** Whether that write is certainly newer than the value. */
  boolean newer(Op write, String key, OptionalLong value) {
    return write.invokedNanos() > inEffect(key, value);
  }

  /**
   * The acknowledged writes that the read should have seen the effect of: certainly newer than what
   * it saw and over before it began.
   */
  List<Op> missed(Read read) {
    long since = inEffect(read.key(), read.value());
    List<Op> missed = new ArrayList<>();
    List<Op> all = acknowledged(read.key());
    for (int n = firstAfter(all, since); n < all.size(); n++) {
      if (all.get(n).invokedNanos() > read.op().invokedNanos()) {
        break;
      }
      if (all.get(n).before(read.op())) {
        missed.add(all.get(n));
      }
    }
    return missed;
  }

  /**
   * The writes whose client got no answer and which somebody had read before this read began, that
   * it should have seen the effect of: certainly newer than what it saw. The service shows nobody a
   * write that does not succeed in the end, whatever the kind of read.
   */
  List<Shown> readAndMissed(Read read) {
    long since = inEffect(read.key(), read.value());
    Map<Long, Op> first = firstRead.getOrDefault(read.key(), Map.of());
    List<Shown> missed = new ArrayList<>();
    for (Unanswered write : unanswered.getOrDefault(read.key(), List.of())) {
      Op reader = first.get(write.value());
      if (write.op().invokedNanos() > since && reader != null && reader.before(read.op())) {
        missed.add(new Shown(write.op(), reader));
      }
    }
    return missed;
  }

  /** Whether somebody read what a client of this history wrote. */
  boolean anyRead() {
    return reads.stream().anyMatch(read -> writer(read.key(), read.value()).isPresent());
  }

  private static int firstAfter(List<Op> byInvocation, long nanos) {
    int low = 0;
    int high = byInvocation.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byInvocation.get(middle).invokedNanos() > nanos) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
