package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * A transaction is cancelled for chosen reasons; the store never sees it.
 *
 * @param reasons one for each action of the transaction, in its order; actions beyond the last
 *     survive with {@code None}
 */
public record Cancellation(List<String> reasons) implements Refusing {
  static final String KIND = "transaction_cancelled";

  /** The reasons that the API Reference knows for TransactWriteItems and TransactGetItems. */
  static final List<String> REASONS =
      List.of(
          "None",
          "ConditionalCheckFailed",
          "ItemCollectionSizeLimitExceeded",
          "TransactionConflict",
          "ProvisionedThroughputExceeded",
          "ThrottlingError",
          "ValidationError");

  private static final Set<String> TRANSACTIONS =
      Set.of("TransactWriteItems", "TransactGetItems", "ExecuteTransaction");

  /** Throws {@link RuleFormatException} unless some action fails. */
  public Cancellation {
    reasons = List.copyOf(reasons);
    if (reasons.stream().allMatch("None"::equals)) {
      throw new RuleFormatException(
          "fault.reasons", "must hold at least one reason besides None, was " + reasons);
    }
  }

  static Cancellation read(JsonFields fields) {
    fields.onlyKnown("kind", "reasons");
    return new Cancellation(fields.words("reasons", REASONS));
  }

  @Override
  public void write(ObjectNode into) {
    reasons.forEach(into.putArray("reasons")::add);
  }

  @Override
  public boolean appliesTo(String operation) {
    return TRANSACTIONS.contains(operation);
  }

  @Override
  public Side on() {
    return Side.REQUEST;
  }

  @Override
  public String kind() {
    return KIND;
  }
}
