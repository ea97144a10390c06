package dev.assay.features.checker;

import dev.assay.features.history.Call;
import dev.assay.features.history.History;
import dev.assay.features.history.Op;
import dev.assay.features.history.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Tries every order, by the definition and nothing else. For histories of a few operations. */
final class BruteForce {
  private BruteForce() {}

  static boolean linearizable(History history) {
    return explains(history.ops(), OptionalLong.empty());
  }

  private static boolean explains(List<Op> left, OptionalLong state) {
    if (left.stream().allMatch(Op::unknown)) {
      return true;
    }
    for (Op next : left) {
      boolean first = left.stream().noneMatch(other -> !other.unknown() && other.before(next));
      if (first) {
        List<Op> rest = new ArrayList<>(left);
        rest.remove(next);
        OptionalLong after = after(next, state);
        if (fits(next, state) && explains(rest, after)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean fits(Op op, OptionalLong state) {
    return switch (op.call()) {
      case Call.Read read -> op.unknown() || op.seen().equals(new Seen.Value(state));
      case Call.Cas cas when op.ok() -> cas.expected().equals(state);
      case Call.Cas cas when op.failed() -> op.seen().equals(new Seen.Value(state));
      default -> true;
    };
  }

  private static OptionalLong after(Op op, OptionalLong state) {
    return switch (op.call()) {
      case Call.Write write -> OptionalLong.of(write.value());
      case Call.Cas cas when !op.failed() && cas.expected().equals(state) ->
          OptionalLong.of(cas.value());
      default -> state;
    };
  }
}
