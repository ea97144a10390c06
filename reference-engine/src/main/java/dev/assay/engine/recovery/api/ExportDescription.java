package dev.assay.engine.recovery.api;

import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.recovery.Export;
import dev.assay.engine.recovery.ExportOrder;
import org.jspecify.annotations.Nullable;

/** Writes what an export is and has become; the type shows only in lists, as with the service. */
final class ExportDescription {
  private ExportDescription() {}

  /** The whole response. */
  static void write(JsonWriter out, Export export) {
    ExportOrder order = export.order();
    out.startObject()
        .startObject("ExportDescription")
        .member("ExportArn", export.arn())
        .member("ExportStatus", export.status())
        .seconds("StartTime", export.startedAt());
    writeOutcome(out, export.outcome());
    out.member("TableArn", order.tableArn()).member("TableId", order.tableId());
    if (order.at() != null) {
      out.seconds("ExportTime", order.at());
    }
    if (order.clientToken() != null) {
      out.member("ClientToken", order.clientToken());
    }
    out.member("S3Bucket", order.bucket());
    if (order.bucketOwner() != null) {
      out.member("S3BucketOwner", order.bucketOwner());
    }
    if (order.prefix() != null) {
      out.member("S3Prefix", order.prefix());
    }
    out.member("S3SseAlgorithm", order.sealing().algorithm());
    if (!order.sealing().keyId().isEmpty()) {
      out.member("S3SseKmsKeyId", order.sealing().keyId());
    }
    out.member("ExportFormat", order.format().name()).member("DestinationType", "S3");
    if (order.stretch() != null) {
      out.startObject("IncrementalExportSpecification")
          .seconds("ExportFromTime", order.stretch().from())
          .seconds("ExportToTime", order.stretch().to())
          .member(
              "ExportViewType", order.stretch().oldImages() ? "NEW_AND_OLD_IMAGES" : "NEW_IMAGE")
          .endObject();
    }
    out.endObject().endObject();
  }

  private static void writeOutcome(JsonWriter out, Export.@Nullable Outcome outcome) {
    switch (outcome) {
      case null -> {
        // It is in progress.
      }
      case Export.Completed done ->
          out.seconds("EndTime", done.endedAt())
              .member("ExportManifest", done.manifest())
              .member("BilledSizeBytes", done.billedBytes())
              .member("ItemCount", done.itemCount());
      case Export.Failed failed ->
          out.seconds("EndTime", failed.endedAt())
              .member("FailureCode", failed.code())
              .member("FailureMessage", failed.message());
    }
  }
}
