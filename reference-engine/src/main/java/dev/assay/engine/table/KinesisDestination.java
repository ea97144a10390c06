package dev.assay.engine.table;

import org.jspecify.annotations.Nullable;

/**
 * A Kinesis stream that a table sends its change records to.
 *
 * @param precision null if none was asked for: then it is that of {@link Precision#MILLISECOND},
 *     and neither descriptions nor records show it
 * @param description why enabling failed; null in every other state
 */
public record KinesisDestination(
    String streamArn, Status status, @Nullable Precision precision, @Nullable String description) {
  /** The states that the API shows. */
  public enum Status {
    ENABLING,
    ACTIVE,
    DISABLING,
    DISABLED,
    ENABLE_FAILED,
    UPDATING
  }

  /** How finely records give the time of the change. */
  public enum Precision {
    MILLISECOND,
    MICROSECOND
  }

  /** The precision that counts, asked for or not. */
  public Precision effectivePrecision() {
    return precision == null ? Precision.MILLISECOND : precision;
  }

  public static KinesisDestination enabling(String streamArn, @Nullable Precision precision) {
    return new KinesisDestination(streamArn, Status.ENABLING, precision, null);
  }

  public KinesisDestination withStatus(Status newStatus) {
    return new KinesisDestination(streamArn, newStatus, precision, null);
  }

  public KinesisDestination failed(String why) {
    return new KinesisDestination(streamArn, Status.ENABLE_FAILED, precision, why);
  }

  public KinesisDestination withPrecision(Precision newPrecision) {
    return new KinesisDestination(streamArn, status, newPrecision, description);
  }

  /** With a change that needs only time complete; whoever delivers ends the enabling. */
  KinesisDestination settled() {
    return switch (status) {
      case DISABLING -> withStatus(Status.DISABLED);
      case UPDATING -> withStatus(Status.ACTIVE);
      case ENABLING, ACTIVE, DISABLED, ENABLE_FAILED -> this;
    };
  }
}
