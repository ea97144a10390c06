package dev.assay.engine.item;

import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.ValueProblem;
import dev.assay.engine.json.WireAttributes;
import dev.assay.engine.json.WireValue;
import dev.assay.engine.request.Constraints;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Which of the service's two validators reads the values of an operation's request, and whether its
 * sentences stand in the envelope (facts 124 to 128).
 */
public enum Layer {
  /** PutItem, UpdateItem, DeleteItem. */
  ENVELOPED,
  /** GetItem, BatchGetItem, Query, Scan. */
  BARE,
  /** BatchWriteItem, the transactions, PartiQL. */
  OLDER;

  /**
   * The layer that reads one request: a request with a boolean written as a string, or with a value
   * of two types, is read by the older one whatever the operation.
   */
  Layer reading(boolean leniently) {
    return leniently ? OLDER : this;
  }

  /** Puts a refusal that was found before any table was looked at into this layer's form. */
  ServiceException form(ServiceException refusal) {
    String message = refusal.getMessage();
    return this == ENVELOPED
            && refusal.type() == ErrorType.VALIDATION
            && message != null
            && !refusal.isSettled()
        ? Constraints.enveloped(message)
        : refusal;
  }

  /** Runs checks of the request itself, and puts what they refuse into this layer's form. */
  void check(Runnable checks) {
    try {
      checks.run();
    } catch (ServiceException refusal) {
      throw form(refusal);
    }
  }

  public void check(@Nullable WireAttributes attributes) {
    if (attributes != null && attributes.problem() != null) {
      throw refusal(attributes.problem());
    }
  }

  void checkValues(@Nullable Collection<WireValue> values) {
    if (values != null) {
      for (WireValue value : values) {
        checkValue(value);
      }
    }
  }

  void checkValue(@Nullable WireValue value) {
    if (value != null && value.problem() != null) {
      throw refusal(value.problem());
    }
  }

  /** The values of the request's expressions, which the older layer names. */
  public void checkExpressionValues(@Nullable WireAttributes values, boolean namesKey) {
    if (values == null || values.problem() == null) {
      return;
    }
    if (this == OLDER || namesKey || values.problem().namesExpressionValue()) {
      throw ServiceException.validation(
          "ExpressionAttributeValues contains invalid value: "
              + text(values.problem())
              + " for key "
              + values.problemName());
    }
    throw refusal(values.problem());
  }

  ServiceException refusal(ValueProblem problem) {
    return problem.alwaysBare()
        ? ServiceException.settledValidation(text(problem))
        : form(ServiceException.validation(text(problem)));
  }

  private String text(ValueProblem problem) {
    return this == OLDER ? problem.olderText() : problem.text();
  }
}
