package dev.assay.features.evidence;

import dev.assay.features.evidence.Delivery.Effect;
import dev.assay.features.history.Call;
import dev.assay.features.history.Op;
import dev.assay.features.history.Outcome;
import java.util.List;

/**
 * One operation in the light of its exchanges.
 *
 * @param whole whether an exchange that is not in the journal did not happen
 */
record Resolution(Op op, List<Delivery> deliveries, boolean whole) {
  /** By how much the clocks of clients and proxy, which may be two processes, may differ. */
  private static final long CLOCKS_APART_NANOS = 10_000_000;

  Op resolved() {
    if (deliveries.isEmpty()) {
      return op;
    }
    return switch (op.outcome()) {
      case Outcome.Ok ok -> op.withUnanswered(others());
      case Outcome.Applied applied -> op;
      case Outcome.Fail fail ->
          done() > 0
              ? applied(fail.error())
              : maybe() > 0
                  ? op.ending(
                          op.completedNanos(),
                          new Outcome.Unknown(fail.error() + ", and yet it may have been applied"))
                      .withUnanswered(others())
                  : op;
      case Outcome.Unknown unknown ->
          done() > 0
              ? applied(unknown.error())
              : maybe() == 0 && accounted()
                  ? op.ending(
                          op.completedNanos(),
                          new Outcome.Fail(unknown.error() + ", never applied", op.seen()))
                      .withUnanswered(0)
                  : op.withUnanswered(others());
    };
  }

  private Op applied(String error) {
    long since =
        deliveries.stream()
            .filter(delivery -> delivery.effect() == Effect.YES)
            .mapToLong(Resolution::inEffectNanos)
            .min()
            .orElse(op.completedNanos());
    return op.ending(Math.max(op.invokedNanos(), since), new Outcome.Applied(error))
        .withUnanswered(others());
  }

  static long inEffectNanos(Delivery delivery) {
    return delivery.answeredNanos() + CLOCKS_APART_NANOS;
  }

  private long done() {
    return deliveries.stream().filter(delivery -> delivery.effect() == Effect.YES).count();
  }

  private long maybe() {
    return deliveries.stream().filter(Delivery::may).count();
  }

  /** Whether every request that the client made is among the exchanges. */
  private boolean accounted() {
    long asked = deliveries.stream().filter(Delivery::byClient).count();
    return whole && op.attempts() > 0 && asked >= op.attempts();
  }

  /** How often it may have taken effect besides the once that its outcome speaks of. */
  private int others() {
    if (op.call() instanceof Call.Transaction || op.call() instanceof Call.Transfer) {
      // Their requests carry one token, with which the service applies them once.
      return op.unanswered();
    }
    int shown = (int) Math.max(0, done() + maybe() - 1);
    return accounted() ? shown : Math.max(shown, op.unanswered());
  }
}
