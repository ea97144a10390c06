package dev.assay.fault;

/**
 * The request is refused as the service refuses one that exceeds a throughput; the store never sees
 * it.
 */
public record Throttling(Refusal refusal) implements Fault {
  static final String KIND = "throttling";

  /** Which of the service's throttling errors, by its own name. */
  public enum Refusal {
    /** A table in provisioned mode is over its capacity. */
    PROVISIONED_THROUGHPUT_EXCEEDED("ProvisionedThroughputExceededException"),
    /** A table in on-demand mode grows too fast, or a control-plane call comes too often. */
    THROTTLING("ThrottlingException"),
    /** The account is over its throughput quota. */
    REQUEST_LIMIT_EXCEEDED("RequestLimitExceeded");

    private final String errorCode;

    Refusal(String errorCode) {
      this.errorCode = errorCode;
    }

    /** The error's name as SDKs know it. */
    public String errorCode() {
      return errorCode;
    }
  }

  @Override
  public String kind() {
    return KIND;
  }
}
