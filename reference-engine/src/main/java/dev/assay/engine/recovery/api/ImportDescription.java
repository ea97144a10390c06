package dev.assay.engine.recovery.api;

import dev.assay.engine.api.Region;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.recovery.Import;
import java.util.Objects;

/** Writes what an import is and how far it has come. */
final class ImportDescription {
  private final Region region;
  private final Import made;

  ImportDescription(Region region, Import made) {
    this.region = region;
    this.made = made;
  }

  /** The whole response. */
  void write(JsonWriter out) {
    Import.Description asked = made.description();
    out.startObject().startObject("ImportTableDescription");
    writeNames(out);
    out.member("TableId", made.tableId());
    if (asked.clientToken() != null) {
      out.member("ClientToken", asked.clientToken());
    }
    writeSource(out);
    writeFormat(out);
    out.member("InputCompressionType", asked.compression())
        .document("TableCreationParameters", asked.parameters());
    writeTimes(out);
    out.member("ErrorCount", made.counts().errors())
        .member("ProcessedSizeBytes", made.counts().processedBytes())
        .member("ProcessedItemCount", made.counts().processedItems())
        .member("ImportedItemCount", made.counts().importedItems());
    if (made.failure() != null) {
      out.member("FailureCode", made.failure().code())
          .member("FailureMessage", made.failure().message());
    }
    out.endObject().endObject();
  }

  /** An element of a list. */
  void writeSummary(JsonWriter out) {
    out.startObject();
    writeNames(out);
    writeSource(out);
    out.member("InputFormat", made.description().format());
    writeTimes(out);
    out.endObject();
  }

  private void writeNames(JsonWriter out) {
    out.member("ImportArn", made.arn())
        .member("ImportStatus", made.status())
        .member("TableArn", made.tableArn())
        .member(
            "CloudWatchLogGroupArn",
            "arn:aws:logs:"
                + region.name()
                + ":"
                + region.accountId()
                + ":log-group:/aws-dynamodb/imports:*");
  }

  private void writeSource(JsonWriter out) {
    Import.Description asked = made.description();
    out.startObject("S3BucketSource")
        .member("S3BucketOwner", asked.bucketOwner())
        .member("S3Bucket", asked.bucket());
    if (asked.prefix() != null) {
      out.member("S3KeyPrefix", asked.prefix());
    }
    out.endObject();
  }

  private void writeFormat(JsonWriter out) {
    Import.Description asked = made.description();
    out.member("InputFormat", asked.format());
    if (!asked.hasCsv()) {
      return;
    }
    out.startObject("InputFormatOptions").startObject("Csv");
    if (asked.csvDelimiter() != null) {
      out.member("Delimiter", asked.csvDelimiter());
    }
    if (asked.csvHeader() != null) {
      out.strings("HeaderList", Objects.requireNonNull(asked.csvHeader()));
    }
    out.endObject().endObject();
  }

  private void writeTimes(JsonWriter out) {
    out.seconds("StartTime", made.startedAt());
    if (made.endedAt() != null) {
      out.seconds("EndTime", made.endedAt());
    }
  }
}
