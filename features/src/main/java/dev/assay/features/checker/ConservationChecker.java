package dev.assay.features.checker;

import dev.assay.features.history.Call;
import dev.assay.features.history.History;
import dev.assay.features.history.Op;
import dev.assay.features.history.Seen;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Transfers move what there is and make nothing: every snapshot adds up to the same, no account is
 * overdrawn, and if every transfer was answered the last balances are what the transfers say.
 */
final class ConservationChecker implements Checker {
  private static final String BALANCE = "balance";

  @Override
  public String name() {
    return "conservation";
  }

  @Override
  public String about() {
    return "every snapshot of all accounts adds up to what there was in the beginning";
  }

  @Override
  public Verdict check(History history, CheckerOptions options) {
    OptionalLong balance = balance(history);
    List<Op> transfers = history.made(Call.Transfer.class).map(History.Made::op).toList();
    List<History.Made<Call.Snapshot>> snapshots =
        history.made(Call.Snapshot.class).filter(made -> made.op().ok()).toList();
    Measures measures =
        new Measures()
            .with("snapshots", snapshots.size())
            .with("transfers", (double) transfers.stream().filter(Op::ok).count());
    if (balance.isEmpty()) {
      return measures.unknown(
          "the history's header does not say the 'balance' that accounts began with");
    }
    Findings findings = new Findings(history);
    for (History.Made<Call.Snapshot> made : snapshots) {
      judge(made, balance.getAsLong(), transfers, findings);
    }
    if (findings.none() && !snapshots.isEmpty()) {
      judgeBooks(snapshots.getLast(), balance.getAsLong(), transfers, findings);
    }
    if (!findings.none()) {
      return findings.invalid(measures);
    }
    return snapshots.isEmpty()
        ? measures.unknown("no snapshot was answered")
        : measures.valid(
            "%,d snapshots during %,d transfers all add up"
                .formatted(snapshots.size(), transfers.size()));
  }

  private static OptionalLong balance(History history) {
    return history.header().parameters().containsKey(BALANCE)
        ? OptionalLong.of(history.header().parameter(BALANCE, 0))
        : OptionalLong.empty();
  }

  private static void judge(
      History.Made<Call.Snapshot> made, long balance, List<Op> transfers, Findings findings) {
    if (!(made.op().seen() instanceof Seen.Values seen)) {
      return;
    }
    long expected = balance * made.call().keys().size();
    long sum = seen.values().values().stream().mapToLong(Long::longValue).sum();
    if (sum != expected) {
      List<Op> ops = new ArrayList<>();
      transfers.stream()
          .filter(op -> !op.before(made.op()) && !made.op().before(op))
          .limit(6)
          .forEach(ops::add);
      ops.add(made.op());
      findings.add(
          "a snapshot adds up to %d instead of %d (%+d)".formatted(sum, expected, sum - expected),
          ops,
          made.op());
    }
    seen.values()
        .forEach(
            (account, value) -> {
              if (value < 0) {
                findings.add(
                    "%s is overdrawn: %d".formatted(account, value), List.of(made.op()), made.op());
              }
            });
  }

  /** Only where every transfer's end is known: then each account has one right balance. */
  private static void judgeBooks(
      History.Made<Call.Snapshot> last, long balance, List<Op> transfers, Findings findings) {
    boolean open =
        transfers.stream().anyMatch(op -> op.unknown() || (!op.failed() && !op.before(last.op())));
    if (open || !(last.op().seen() instanceof Seen.Values seen)) {
      return;
    }
    Map<String, Long> books = new HashMap<>();
    last.call().keys().forEach(account -> books.put(account, balance));
    for (Op op : transfers) {
      if (op.ok() && op.call() instanceof Call.Transfer move) {
        books.merge(move.from(), -move.amount(), Long::sum);
        books.merge(move.to(), move.amount(), Long::sum);
      }
    }
    books.forEach(
        (account, right) -> {
          long there = seen.values().getOrDefault(account, 0L);
          if (there != right) {
            findings.add(
                "%s is %d in the end, and by the acknowledged transfers it must be %d"
                    .formatted(account, there, right),
                List.of(last.op()),
                last.op());
          }
        });
  }
}
