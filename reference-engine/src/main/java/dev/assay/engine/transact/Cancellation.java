package dev.assay.engine.transact;

import dev.assay.engine.error.CancellationReason;
import dev.assay.engine.error.ServiceException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects, action by action, why a transaction cannot be done (fact 110). */
public final class Cancellation {
  private final List<CancellationReason> reasons;

  public Cancellation(int actions) {
    reasons = new ArrayList<>(Collections.nCopies(actions, CancellationReason.NONE));
  }

  /** Notes the refusal of one action; a refusal of another kind than an action's is thrown on. */
  public void note(int action, ServiceException refusal) {
    String code =
        switch (refusal.type()) {
          case CONDITIONAL_CHECK_FAILED -> "ConditionalCheckFailed";
          case VALIDATION -> "ValidationError";
          case DUPLICATE_ITEM -> "DuplicateItem";
          case RESOURCE_NOT_FOUND -> "ResourceNotFound";
          case PROVISIONED_THROUGHPUT_EXCEEDED -> "ProvisionedThroughputExceeded";
          case THROTTLING, REQUEST_LIMIT_EXCEEDED -> "ThrottlingError";
          default -> throw refusal;
        };
    reasons.set(action, new CancellationReason(code, refusal.getMessage(), refusal.item()));
  }

  public boolean isEmpty() {
    return reasons.stream().allMatch(CancellationReason.NONE::equals);
  }

  /** Throws TransactionCanceledException if any action was refused. */
  public void check() {
    if (!isEmpty()) {
      List<String> codes = reasons.stream().map(CancellationReason::code).toList();
      throw ServiceException.transactionCanceled(
          "Transaction cancelled, please refer cancellation reasons for specific reasons " + codes,
          reasons);
    }
  }
}
