package dev.assay.features.checker;

import dev.assay.features.history.Call;
import dev.assay.features.history.Header;
import dev.assay.features.history.History;
import dev.assay.features.history.Op;
import dev.assay.features.history.Outcome;
import dev.assay.features.history.Reading;
import dev.assay.features.history.Seen;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Random histories of a register whose operations take effect at one moment each. */
final class SimulatedRegister {
  private final SplittableRandom random;
  private final int operations;
  private final int clients;
  private final int values;
  private final double unknown;

  /**
   * @param values how many different values are written; as many as operations make them unique
   * @param unknown share of operations without an answer
   */
  SimulatedRegister(long seed, int operations, int clients, int values, double unknown) {
    this.random = new SplittableRandom(seed);
    this.operations = operations;
    this.clients = clients;
    this.values = values;
    this.unknown = unknown;
  }

  private record Planned(String client, Call call, long from, long at, long to) {}

  History history() {
    List<Planned> plan = new ArrayList<>();
    long[] free = new long[clients];
    for (int n = 0; n < operations; n++) {
      int client = random.nextInt(clients);
      long from = free[client] + 1 + random.nextInt(8);
      long to = from + 1 + random.nextInt(20);
      free[client] = to;
      long at = from + random.nextLong(to - from + 1);
      plan.add(new Planned("c" + client, call(n), from, at, to));
    }
    plan.sort(Comparator.comparingLong(Planned::at));
    List<Op> ops = new ArrayList<>();
    OptionalLong state = OptionalLong.empty();
    for (Planned planned : plan) {
      boolean answered = random.nextDouble() >= unknown;
      boolean happens = answered || random.nextBoolean();
      Outcome outcome = new Outcome.Unknown("timeout");
      if (happens) {
        Outcome seen = outcome(planned.call(), state);
        state = after(planned.call(), state);
        outcome = answered ? seen : outcome;
      }
      ops.add(
          new Op(
              ops.size(),
              planned.client(),
              "here",
              planned.call(),
              planned.from(),
              planned.to(),
              1,
              0,
              outcome));
    }
    return new History(
        new Header("simulated", 1, List.of(), new LinkedHashMap<>()), ops, List.of());
  }

  private Call call(int n) {
    long value = values >= operations ? n + 1 : 1 + random.nextInt(values);
    return switch (random.nextInt(5)) {
      case 0, 1 -> new Call.Write("k", value);
      case 2 ->
          new Call.Cas(
              "k",
              OptionalLong.of(1 + random.nextInt(Math.max(1, Math.min(values, n + 1)))),
              value);
      default -> new Call.Read("k", Reading.STRONG);
    };
  }

  private static Outcome outcome(Call call, OptionalLong state) {
    return switch (call) {
      case Call.Read read -> new Outcome.Ok(new Seen.Value(state));
      case Call.Cas cas when !cas.expected().equals(state) ->
          new Outcome.Fail("ConditionalCheckFailedException", new Seen.Value(state));
      default -> new Outcome.Ok(Seen.nothing());
    };
  }

  private static OptionalLong after(Call call, OptionalLong state) {
    return switch (call) {
      case Call.Write write -> OptionalLong.of(write.value());
      case Call.Cas cas when cas.expected().equals(state) -> OptionalLong.of(cas.value());
      default -> state;
    };
  }

  /** The same with one answer changed to another value; often, but not always, impossible. */
  History mutated() {
    History whole = history();
    List<Op> ops = new ArrayList<>(whole.ops());
    List<Integer> reads = new ArrayList<>();
    for (int n = 0; n < ops.size(); n++) {
      if (ops.get(n).ok() && ops.get(n).seen() instanceof Seen.Value) {
        reads.add(n);
      }
    }
    if (!reads.isEmpty()) {
      int chosen = reads.get(random.nextInt(reads.size()));
      Op op = ops.get(chosen);
      Seen other = new Seen.Value(OptionalLong.of(1 + random.nextInt(values)));
      ops.set(chosen, op.ending(op.completedNanos(), new Outcome.Ok(other)));
    }
    return new History(whole.header(), ops, List.of());
  }
}
