package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The request is refused as the service refuses one that exceeds a throughput; the store never sees
 * it. Whom it meets (table, index, partition key, key range) is the rule's match to say; the limit
 * and the index are what the reasons in the answer name.
 *
 * @param limit the last part of the reason; empty takes the one that goes with the error
 * @param index the index that is short of throughput; empty takes the index that the request reads,
 *     or else the table
 */
public record Throttling(Refusal refusal, Optional<Limit> limit, Optional<String> index)
    implements Refusing {
  static final String KIND = "throttling";

  /** Which of the service's throttling errors, by its own name. */
  public enum Refusal {
    /** A table in provisioned mode is over its capacity. */
    PROVISIONED_THROUGHPUT_EXCEEDED(
        "ProvisionedThroughputExceededException", Limit.PROVISIONED_THROUGHPUT),
    /** A table in on-demand mode grows too fast, or a control-plane call comes too often. */
    THROTTLING("ThrottlingException", Limit.KEY_RANGE),
    /** The account is over its throughput quota. */
    REQUEST_LIMIT_EXCEEDED("RequestLimitExceeded", Limit.ACCOUNT);

    private final String errorCode;
    private final Limit usualLimit;

    Refusal(String errorCode, Limit usualLimit) {
      this.errorCode = errorCode;
      this.usualLimit = usualLimit;
    }

    /** The error's name as SDKs know it. */
    public String errorCode() {
      return errorCode;
    }
  }

  /** Why a request is throttled: the third part of a ThrottlingReason (API Reference). */
  public enum Limit {
    PROVISIONED_THROUGHPUT("ProvisionedThroughputExceeded"),
    /** One partition key, or keys near each other, are too hot. */
    KEY_RANGE("KeyRangeThroughputExceeded"),
    /** The maximum that the table's owner set for on-demand mode. */
    MAX_ON_DEMAND("MaxOnDemandThroughputExceeded"),
    ACCOUNT("AccountLimitExceeded");

    private final String word;

    Limit(String word) {
      this.word = word;
    }

    /** As in the service's reasons. */
    public String word() {
      return word;
    }
  }

  /** The error with its usual reason. */
  public Throttling(Refusal refusal) {
    this(refusal, Optional.empty(), Optional.empty());
  }

  /** The limit that the reasons name. */
  public Limit namedLimit() {
    return limit.orElse(refusal.usualLimit);
  }

  static Throttling read(JsonFields fields) {
    fields.onlyKnown("kind", "error", "limit", "index");
    return new Throttling(refusal(fields), limit(fields), fields.text("index"));
  }

  private static Refusal refusal(JsonFields fields) {
    if (!fields.has("error")) {
      return Refusal.PROVISIONED_THROUGHPUT_EXCEEDED;
    }
    List<String> words = Arrays.stream(Refusal.values()).map(Refusal::errorCode).toList();
    return Refusal.values()[words.indexOf(fields.word("error", words))];
  }

  private static Optional<Limit> limit(JsonFields fields) {
    if (!fields.has("limit")) {
      return Optional.empty();
    }
    List<String> words = Arrays.stream(Limit.values()).map(Limit::word).toList();
    return Optional.of(Limit.values()[words.indexOf(fields.word("limit", words))]);
  }

  @Override
  public void write(ObjectNode into) {
    into.put("error", refusal.errorCode());
    limit.ifPresent(named -> into.put("limit", named.word()));
    index.ifPresent(named -> into.put("index", named));
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
