package dev.assay.features.history;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Everything that the clients of one run did and saw.
 *
 * @param ops by invocation
 * @param marks by time
 * @param proofs what a proxy's journal says about operations, by their ids
 */
public record History(Header header, List<Op> ops, List<Mark> marks, Map<Long, Proof> proofs) {
  /** As the clients know it. */
  public History(Header header, List<Op> ops, List<Mark> marks) {
    this(header, ops, marks, Map.of());
  }

  public History {
    proofs = Map.copyOf(proofs);
    ops = ops.stream().sorted(Comparator.comparingLong(Op::invokedNanos)).toList();
    marks = marks.stream().sorted(Comparator.comparingLong(Mark::nanos)).toList();
  }

  /** The calls of one kind, with the operations that made them. */
  public <C extends Call> Stream<Made<C>> made(Class<C> kind) {
    return ops.stream()
        .filter(op -> kind.isInstance(op.call()))
        .map(op -> new Made<>(op, kind.cast(op.call())));
  }

  /** An operation and its call, typed. */
  public record Made<C extends Call>(Op op, C call) {}

  /** The last mark of that name. */
  public OptionalLong lastMark(String name) {
    return marks.stream().filter(mark -> mark.name().equals(name)).mapToLong(Mark::nanos).max();
  }

  /** What a journal says about an operation. */
  public Optional<Proof> proof(Op op) {
    return Optional.ofNullable(proofs.get(op.id()));
  }

  /** When the first operation began; 0 when there is none. */
  public long startNanos() {
    return ops.isEmpty() ? 0 : ops.getFirst().invokedNanos();
  }

  /** The same without what the predicate refuses. */
  public History where(java.util.function.Predicate<Op> kept) {
    return new History(header, ops.stream().filter(kept).toList(), marks, proofs);
  }

  /** How many operations ended in each way, for people. */
  public String counts() {
    long ok = ops.stream().filter(Op::ok).count();
    long fail = ops.stream().filter(Op::failed).count();
    return "%,d operations: %,d ok, %,d refused, %,d unknown"
        .formatted(ops.size(), ok, fail, ops.size() - ok - fail);
  }
}
