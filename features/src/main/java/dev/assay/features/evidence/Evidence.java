package dev.assay.features.evidence;

import dev.assay.features.evidence.Delivery.Effect;
import dev.assay.features.history.History;
import dev.assay.features.history.Op;
import dev.assay.features.history.Proof;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a proxy's journal proves about a run whose requests all went through it.
 *
 * <pre>
 *   history (what clients know) ──┐
 *                                 ├─► {@link #resolve} ─► history with fewer unknown ends ─► checkers
 *   journal (what the store said)─┘
 * </pre>
 *
 * <p>The journal shows what the store reported, not what it keeps: a success that the client did
 * not hear of obliges the store as much as one that it did.
 */
public final class Evidence {
  private final Map<Long, List<Delivery>> byOperation = new HashMap<>();
  private final Optional<String> gap;
  private final int count;

  /**
   * @param deliveries of the run, in the journal's order
   * @param gap what the journal is known to lack, as half a sentence
   */
  public Evidence(List<Delivery> deliveries, Optional<String> gap) {
    deliveries.forEach(
        delivery ->
            byOperation
                .computeIfAbsent(delivery.operation(), op -> new ArrayList<>())
                .add(delivery));
    this.gap = gap;
    this.count = deliveries.size();
  }

  /** How many exchanges of the run there are. */
  public int exchanges() {
    return count;
  }

  /** Why the journal does not tell everything about this history; empty when it does. */
  public Optional<String> gap(History history) {
    return gap.or(
        () ->
            history.ops().stream()
                .filter(op -> op.ok() && op.attempts() > 0 && op.call().changes())
                .filter(op -> of(op).isEmpty())
                .findFirst()
                .map(op -> "operation %d was acknowledged and is not in it".formatted(op.id())));
  }

  /** The history with the ends that the journal proves, and with the proofs. */
  public History resolve(History history) {
    boolean whole = gap(history).isEmpty();
    Map<Long, Proof> proofs = new HashMap<>();
    List<Op> ops = new ArrayList<>();
    for (Op op : history.ops()) {
      List<Delivery> deliveries = of(op);
      ops.add(op.call().changes() ? new Resolution(op, deliveries, whole).resolved() : op);
      if (!deliveries.isEmpty()) {
        proofs.put(op.id(), proof(deliveries));
      }
    }
    return new History(history.header(), ops, history.marks(), proofs);
  }

  private List<Delivery> of(Op op) {
    return byOperation.getOrDefault(op.id(), List.of());
  }

  private static Proof proof(List<Delivery> deliveries) {
    List<Delivery> done = deliveries.stream().filter(d -> d.effect() == Effect.YES).toList();
    return new Proof(
        deliveries.stream().map(Delivery::words).collect(Collectors.joining("; ")),
        done.size(),
        done.stream().mapToLong(Resolution::inEffectNanos).max().orElse(0));
  }
}
