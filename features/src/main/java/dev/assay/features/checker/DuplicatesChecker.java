package dev.assay.features.checker;

import dev.assay.features.history.Call;
import dev.assay.features.history.History;
import dev.assay.features.history.Op;
import dev.assay.features.history.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Nothing takes effect twice: of the inserts of a key one at most succeeds, and a list holds what
 * was appended once once.
 */
final class DuplicatesChecker implements Checker {
  @Override
  public String name() {
    return "duplicates";
  }

  @Override
  public String about() {
    return "a key is inserted once at most, a value is appended once at most";
  }

  @Override
  public Verdict check(History history, CheckerOptions options) {
    Findings findings = new Findings(history);
    Map<String, List<Op>> inserts = new HashMap<>();
    history
        .made(Call.Insert.class)
        .forEach(
            made ->
                inserts.computeIfAbsent(made.call().key(), k -> new ArrayList<>()).add(made.op()));
    inserts.forEach((key, ops) -> judgeInserts(key, ops, findings));
    inserts.values().stream()
        .flatMap(List::stream)
        .forEach(op -> judgeRepeats(history, op, findings));
    FinalLists lists = FinalLists.of(history, Reading.FINAL);
    lists.held().forEach(held -> judgeList(held, lists, findings));
    Measures measures =
        new Measures()
            .with("inserted_keys", inserts.size())
            .with("lists", lists.held().size())
            .with("duplicates", findings.count())
            .with("repeated_effects", (double) repeated(history));
    if (!findings.none()) {
      return findings.invalid(measures);
    }
    boolean appended = lists.held().stream().anyMatch(held -> !held.list().isEmpty());
    return inserts.isEmpty() && !appended
        ? measures.unknown("nothing was inserted, and no list that was read in the end held any")
        : measures.valid(
            "nothing took effect twice among %,d inserted keys and %,d lists"
                .formatted(inserts.size(), lists.held().size()));
  }

  /** One insert that the journal shows to have succeeded at two deliveries. */
  private static void judgeRepeats(History history, Op op, Findings findings) {
    history
        .proof(op)
        .filter(proof -> proof.effects() > 1)
        .ifPresent(
            proof ->
                findings.add(
                    "%s succeeded %d times, as the journal shows"
                        .formatted(Words.label(op), proof.effects()),
                    List.of(op),
                    op));
  }

  /**
   * How often more than once single writes took effect, because a client or a rule delivered them
   * again. The store is right to do that; the application may not have meant it.
   */
  private static long repeated(History history) {
    return history.ops().stream()
        .filter(op -> op.call() instanceof Call.Add || op.call() instanceof Call.Write)
        .flatMap(op -> history.proof(op).stream())
        .mapToLong(proof -> Math.max(0, proof.effects() - 1))
        .sum();
  }

  private static void judgeInserts(String key, List<Op> ops, Findings findings) {
    List<Op> acknowledged = ops.stream().filter(Op::ok).toList();
    if (acknowledged.size() > 1) {
      findings.add(
          "%d inserts of %s were acknowledged".formatted(acknowledged.size(), key),
          acknowledged.subList(0, 2),
          acknowledged.get(1));
    }
    ops.stream()
        .filter(op -> conditionFailed(op) && op.unanswered() == 0)
        .filter(op -> ops.stream().noneMatch(other -> mayHaveBeenFirst(other, op)))
        .min(Comparator.comparingLong(Op::id))
        .ifPresent(
            op ->
                findings.add(
                    "%s was refused as being there when nobody could have inserted it"
                        .formatted(key),
                    List.of(op),
                    op));
  }

  private static boolean conditionFailed(Op op) {
    return op.failed()
        && op.outcome() instanceof dev.assay.features.history.Outcome.Fail fail
        && fail.error().startsWith("ConditionalCheckFailed");
  }

  private static boolean mayHaveBeenFirst(Op other, Op refused) {
    return other.id() != refused.id()
        && (!other.failed() || other.unanswered() > 0)
        && other.invokedNanos() <= refused.completedNanos();
  }

  private static void judgeList(FinalLists.Held held, FinalLists lists, Findings findings) {
    Set<Long> seen = new HashSet<>();
    for (long value : held.list()) {
      if (!seen.add(value)) {
        List<Op> ops = new ArrayList<>();
        lists.appended().stream()
            .filter(appended -> appended.value() == value && appended.key().equals(held.key()))
            .map(FinalLists.Appended::op)
            .forEach(ops::add);
        ops.add(held.op());
        findings.add(
            "%s holds %d twice, which was appended once".formatted(held.key(), value),
            ops,
            held.op());
      }
    }
  }
}
