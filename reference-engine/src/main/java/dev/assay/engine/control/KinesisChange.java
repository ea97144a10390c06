package dev.assay.engine.control;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.table.KinesisDestination;
import dev.assay.engine.table.KinesisDestination.Status;
import dev.assay.engine.table.TableAttachments;
import dev.assay.engine.table.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes of a table's Kinesis destinations. */
final class KinesisChange {
  private static final String NOT_VALID =
      "Table is not in a valid state to enable Kinesis Streaming Destination: ";

  private KinesisChange() {}

  /** A destination that passes from one state to another. */
  static AttachedChange pass(
      TableAttachments attachments, KinesisDestination begun, Status steady) {
    return new AttachedChange(
        with(attachments, begun),
        then -> then.kinesis().contains(begun) ? with(then, begun.withStatus(steady)) : then);
  }

  /** A destination that is being enabled; whoever delivers to it says when that has ended. */
  static AttachedChange enable(TableAttachments attachments, KinesisDestination enabling) {
    return AttachedChange.atOnce(with(attachments, enabling));
  }

  private static TableAttachments with(
      TableAttachments attachments, KinesisDestination destination) {
    List<KinesisDestination> all = new ArrayList<>();
    boolean known = false;
    for (KinesisDestination each : attachments.kinesis()) {
      boolean same = each.streamArn().equals(destination.streamArn());
      known |= same;
      all.add(same ? destination : each);
    }
    if (!known) {
      // The service lists the newest first.
      all.add(0, destination);
    }
    return attachments.withKinesis(all);
  }

  /** Whether another may be enabled: a table has at most one that is alive. */
  static boolean canEnable(TableAttachments attachments) {
    return attachments.kinesis().stream()
        .allMatch(
            destination ->
                switch (destination.status()) {
                  case DISABLED, ENABLE_FAILED -> true;
                  case ENABLING, ACTIVE, DISABLING, UPDATING -> false;
                });
  }

  static ServiceException cannotEnable() {
    return ServiceException.validation(
        NOT_VALID
            + "EnableKinesisStreamingDestination must be DISABLED or ENABLE_FAILED to perform"
            + " ENABLE operation.");
  }

  /** The destination of this stream, which must be active to be disabled. */
  static KinesisDestination requireDisableable(TableAttachments attachments, String streamArn) {
    return active(attachments, streamArn)
        .orElseThrow(
            () ->
                ServiceException.validation(
                    NOT_VALID
                        + "KinesisStreamingDestination must be ACTIVE to perform DISABLE"
                        + " operation."));
  }

  /** The destination of this stream, which must be active to be updated. */
  static KinesisDestination requireUpdatable(TableDefinition table, String streamArn) {
    return active(table.attachments(), streamArn)
        .orElseThrow(
            () ->
                ServiceException.validation(
                    NOT_VALID
                        + "Kinesis streaming is not in ACTIVE state. Updates are only allowed in"
                        + " ACTIVE state. TableName: "
                        + table.name()));
  }

  private static Optional<KinesisDestination> active(
      TableAttachments attachments, String streamArn) {
    return attachments.kinesis().stream()
        .filter(destination -> destination.streamArn().equals(streamArn))
        .filter(destination -> destination.status() == Status.ACTIVE)
        .findFirst();
  }
}
