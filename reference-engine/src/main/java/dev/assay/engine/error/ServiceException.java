package dev.assay.engine.error;

import dev.assay.engine.value.AttributeMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal on its way to the client. The message is the service's, verbatim; it has no stack
 * trace, because it is an answer and not an accident.
 */
public final class ServiceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorType type;
  private final transient @Nullable AttributeMap item;
  private final transient List<CancellationReason> cancellationReasons;
  private final transient List<ThrottlingReason> throttlingReasons;
  private final boolean settled;

  public ServiceException(ErrorType type, @Nullable String message) {
    this(type, message, null, List.of(), List.of(), false);
  }

  private ServiceException(
      ErrorType type,
      @Nullable String message,
      @Nullable AttributeMap item,
      List<CancellationReason> cancellationReasons,
      List<ThrottlingReason> throttlingReasons,
      boolean settled) {
    super(message, null, false, false);
    this.settled = settled;
    this.type = type;
    this.item = item;
    this.cancellationReasons = cancellationReasons;
    this.throttlingReasons = throttlingReasons;
  }

  public static ServiceException validation(String message) {
    return new ServiceException(ErrorType.VALIDATION, message);
  }

  /** A ValidationException in its final form: no operation puts it into the envelope any more. */
  public static ServiceException settledValidation(String message) {
    return new ServiceException(ErrorType.VALIDATION, message, null, List.of(), List.of(), true);
  }

  /**
   * The condition of a single-item write did not hold.
   *
   * @param item the item as it stands, if the request asked for it and there is one
   */
  public static ServiceException conditionalCheckFailed(@Nullable AttributeMap item) {
    return new ServiceException(
        ErrorType.CONDITIONAL_CHECK_FAILED,
        "The conditional request failed",
        item,
        List.of(),
        List.of(),
        false);
  }

  /** The refusal of a whole transaction: one reason for each of its actions, in their order. */
  public static ServiceException transactionCanceled(
      String message, List<CancellationReason> reasons) {
    return new ServiceException(
        ErrorType.TRANSACTION_CANCELED, message, null, reasons, List.of(), false);
  }

  /** A request that goes beyond some capacity. */
  public static ServiceException throttled(
      ErrorType type, String message, List<ThrottlingReason> reasons) {
    return new ServiceException(type, message, null, List.of(), reasons, false);
  }

  public ErrorType type() {
    return type;
  }

  /** Whether the message is in its final form, within the envelope or without. */
  public boolean isSettled() {
    return settled;
  }

  public @Nullable AttributeMap item() {
    return item;
  }

  public List<CancellationReason> cancellationReasons() {
    return cancellationReasons;
  }

  public List<ThrottlingReason> throttlingReasons() {
    return throttlingReasons;
  }

  /** Whether it was refused for want of capacity only, so that the same request may do later. */
  public boolean isThrottling() {
    return !throttlingReasons.isEmpty();
  }
}
