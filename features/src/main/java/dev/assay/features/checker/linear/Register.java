package dev.assay.features.checker.linear;

import dev.assay.features.history.Call;
import dev.assay.features.history.History;
import dev.assay.features.history.Op;
import dev.assay.features.history.Reading;
import dev.assay.features.history.Seen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * One key of a history as steps of a register. Every attempt of the SDK that got no answer is a
 * step of its own that may happen at any time, because the store may have applied each.
 */
public final class Register {
  /** The state of an item that is absent. */
  public static final int ABSENT = 0;

  private static final int MOST_ATTEMPTS = 4;

  private final String key;
  private final List<Step> steps = new ArrayList<>();
  private final Map<Long, Integer> states = new HashMap<>();
  private final List<Long> values = new ArrayList<>();

  private Register(String key) {
    this.key = key;
  }

  /**
   * The registers of a history by key.
   *
   * @param eventualToo whether eventual reads are held to the promise of strong ones
   */
  public static Map<String, Register> of(History history, boolean eventualToo) {
    Map<String, Register> registers = new TreeMap<>();
    for (Op op : history.ops()) {
      switch (op.call()) {
        case Call.Read read -> {
          if (read.how() == Reading.STRONG
              || read.how() == Reading.FINAL
              || (eventualToo && read.how() == Reading.EVENTUAL)) {
            register(registers, read.key()).read(op);
          }
        }
        case Call.Write write ->
            register(registers, write.key()).change(op, Optional.empty(), write.value());
        case Call.Cas cas ->
            register(registers, cas.key()).change(op, Optional.of(cas.expected()), cas.value());
        case Call.Insert insert ->
            register(registers, insert.key())
                .change(op, Optional.of(OptionalLong.empty()), insert.value());
        case Call.Add add -> {}
        case Call.Transaction txn -> {}
        case Call.Transfer transfer -> {}
        case Call.Snapshot snapshot -> {}
        case Call.TakeRecords take -> {}
      }
    }
    return registers;
  }

  private static Register register(Map<String, Register> registers, String key) {
    return registers.computeIfAbsent(key, Register::new);
  }

  private void read(Op op) {
    if (op.ok() && op.seen() instanceof Seen.Value seen) {
      add(op, op.completedNanos(), state(seen.value()), Step.UNCHANGED);
    }
  }

  private void change(Op op, Optional<OptionalLong> expected, long value) {
    int needs = expected.map(this::state).orElse(Step.ANYTHING);
    int leaves = state(OptionalLong.of(value));
    if (op.ok()) {
      add(op, op.completedNanos(), needs, leaves);
    } else if (op.unknown()) {
      add(op, Step.NEVER, needs, leaves);
    } else if (op.seen() instanceof Seen.Value met) {
      // A refusal that shows the item is as good as a read of it.
      add(op, op.completedNanos(), state(met.value()), Step.UNCHANGED);
    }
    for (int attempt = 0; attempt < Math.min(op.unanswered(), MOST_ATTEMPTS); attempt++) {
      add(op, Step.NEVER, needs, leaves);
    }
  }

  private void add(Op op, long returned, int expected, int value) {
    steps.add(new Step(op, op.invokedNanos(), returned, expected, value));
  }

  private int state(OptionalLong value) {
    return value.isEmpty()
        ? ABSENT
        : states.computeIfAbsent(
            value.getAsLong(),
            number -> {
              values.add(number);
              return values.size();
            });
  }

  public String key() {
    return key;
  }

  public List<Step> steps() {
    return steps;
  }

  /** A state in words. */
  public String word(int state) {
    return state == ABSENT ? "absent" : Long.toString(values.get(state - 1));
  }
}
