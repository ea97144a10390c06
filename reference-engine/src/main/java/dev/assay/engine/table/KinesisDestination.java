package dev.assay.engine.table;

/** A Kinesis stream that a table sends its change records to. */
public record KinesisDestination(String streamArn, Status status, Precision precision) {
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

  public KinesisDestination withStatus(Status newStatus) {
    return new KinesisDestination(streamArn, newStatus, precision);
  }

  public KinesisDestination withPrecision(Precision newPrecision) {
    return new KinesisDestination(streamArn, status, newPrecision);
  }
}
