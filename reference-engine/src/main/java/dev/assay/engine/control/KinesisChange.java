package dev.assay.engine.control;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.table.KinesisDestination;
import dev.assay.engine.table.KinesisDestination.Status;
import dev.assay.engine.table.TableAttachments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes of a table's Kinesis destinations. */
final class KinesisChange {
  private static final String NOT_VALID =
      "Table is not in a valid state to enable Kinesis Streaming Destination: ";

  private KinesisChange() {}

  static Optional<KinesisDestination> find(TableAttachments attachments, String streamArn) {
    return attachments.kinesis().stream()
        .filter(destination -> destination.streamArn().equals(streamArn))
        .findFirst();
  }

  /** A destination that passes from one state to another. */
  static AttachedChange pass(
      TableAttachments attachments, KinesisDestination begun, Status steady) {
    return new AttachedChange(
        with(attachments, begun),
        then -> then.kinesis().contains(begun) ? with(then, begun.withStatus(steady)) : then);
  }

  /** The attachments with this destination in the place of the one of the same stream. */
  static TableAttachments with(TableAttachments attachments, KinesisDestination destination) {
    List<KinesisDestination> all = new ArrayList<>();
    boolean known = false;
    for (KinesisDestination each : attachments.kinesis()) {
      boolean same = each.streamArn().equals(destination.streamArn());
      known |= same;
      all.add(same ? destination : each);
    }
    if (!known) {
      all.add(destination);
    }
    return attachments.withKinesis(all);
  }

  static boolean canBeEnabled(Status status) {
    return switch (status) {
      case DISABLED, ENABLE_FAILED -> true;
      case ENABLING, ACTIVE, DISABLING, UPDATING -> false;
    };
  }

  static ServiceException cannotEnable() {
    return ServiceException.validation(
        NOT_VALID
            + "EnableKinesisStreamingDestination must be DISABLED or ENABLE_FAILED to perform"
            + " ENABLE operation.");
  }

  /**
   * The active destination of this stream.
   *
   * @param operation DISABLE or UPDATE, named in the refusal if there is none
   */
  static KinesisDestination requireActive(
      TableAttachments attachments, String streamArn, String operation) {
    return find(attachments, streamArn)
        .filter(destination -> destination.status() == Status.ACTIVE)
        .orElseThrow(
            () ->
                ServiceException.validation(
                    NOT_VALID
                        + "KinesisStreamingDestination must be ACTIVE to perform "
                        + operation
                        + " operation."));
  }
}
