package dev.assay.engine.recovery;

import dev.assay.engine.archive.RecordWriter;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.objects.ObjectStore;
import dev.assay.engine.objects.ObjectStore.Stored;
import dev.assay.engine.objects.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes the objects of an export.
 *
 * <pre>
 *   prefix/AWSDynamoDB/ID/_started                 first, and empty
 *   prefix/AWSDynamoDB/ID/data/NAME.json.gz        of a full export, one for each part of the keys
 *   prefix/AWSDynamoDB/data/NAME.json.gz           of incremental ones, which share the folder
 *   prefix/AWSDynamoDB/ID/manifest-files.json      a line for each data file, and its .checksum
 *   prefix/AWSDynamoDB/ID/manifest-summary.json    last, and its .checksum
 * </pre>
 */
final class ExportWork implements Jobs.Work {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** What an incremental export is billed for at least, in bytes. */
  private static final long LEAST_INCREMENTAL_BYTES = 10_000_000;

  private final Export export;
  private final Supplier<ObjectStore> objects;
  private final ExportRecords records;
  private final Supplier<String> names;
  private final Clock clock;
  private final ByteArrayOutputStream files = new ByteArrayOutputStream();
  private final List<String> written = new ArrayList<>();
  private boolean started;
  private @Nullable Upload upload;
  private @Nullable RecordWriter writer;
  private long itemsInFile;
  private long itemCount;
  private long sizeBytes;

  ExportWork(
      Export export,
      Supplier<ObjectStore> objects,
      ExportRecords records,
      Supplier<String> names,
      Clock clock) {
    this.export = export;
    this.objects = objects;
    this.records = records;
    this.names = names;
    this.clock = clock;
  }

  private ExportOrder order() {
    return export.order();
  }

  private String home() {
    return order().folder(JobId.idOf(export.arn()));
  }

  @Override
  public boolean step() throws IOException {
    if (!started) {
      put(home() + "_started", new byte[0]);
      started = true;
      begin();
    }
    switch (records.write(writer())) {
      case ExportRecords.Part part -> {
        itemsInFile += part.items();
        itemCount += part.items();
        sizeBytes += part.sizeBytes();
        return true;
      }
      case ExportRecords.EndOfFile ignored -> {
        finish();
        begin();
        return true;
      }
      case ExportRecords.End ignored -> {
        finish();
        return false;
      }
    }
  }

  private RecordWriter writer() {
    return java.util.Objects.requireNonNull(writer);
  }

  private void begin() throws IOException {
    String folder = order().isFull() ? home() + "data/" : order().folder("data");
    String name = names.get().replace("-", "").substring(0, 26);
    String key = folder + name + order().format().suffix() + ".gz";
    Upload next = objects.get().begin(order().bucket(), key, order().sealing());
    written.add(key);
    upload = next;
    writer = RecordWriter.gzipped(order().format(), next.body());
    itemsInFile = 0;
  }

  private void finish() throws IOException {
    writer().close();
    Stored stored = java.util.Objects.requireNonNull(upload).complete();
    upload = null;
    files.write(
        new JsonWriter()
            .startObject()
            .member("itemCount", itemsInFile)
            .member("md5Checksum", stored.md5Base64())
            .member("etag", stored.etag())
            .member("dataFileS3Key", written.getLast())
            .endObject()
            .toByteArray());
    files.write('\n');
  }

  private Stored put(String key, byte[] bytes) throws IOException {
    try (Upload whole = objects.get().begin(order().bucket(), key, order().sealing())) {
      whole.body().write(bytes);
      return whole.complete();
    }
  }

  /** Writes the manifests, when all data is there. */
  Export.Completed complete() throws IOException {
    Instant endedAt = clock.instant();
    String filesKey = home() + "manifest-files";
    putWithChecksum(filesKey, files.toByteArray());
    String summaryKey = home() + "manifest-summary";
    putWithChecksum(summaryKey, summary(endedAt, filesKey + ".json"));
    return new Export.Completed(endedAt, summaryKey + ".json", billedBytes(), itemCount);
  }

  private long billedBytes() {
    return order().isFull() ? sizeBytes : Math.max(sizeBytes, LEAST_INCREMENTAL_BYTES);
  }

  private void putWithChecksum(String key, byte[] document) throws IOException {
    Stored stored = put(key + ".json", document);
    put(key + ".checksum", stored.md5Base64().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  private byte[] summary(Instant endedAt, String filesKey) {
    ExportOrder order = order();
    JsonWriter out =
        new JsonWriter()
            .startObject()
            .member("version", order.isFull() ? "2020-06-30" : "2023-08-01")
            .member("exportArn", export.arn())
            .member("startTime", TIME.format(export.startedAt()))
            .member("endTime", TIME.format(endedAt))
            .member("tableArn", order.tableArn())
            .member("tableId", order.tableId());
    if (order.at() != null) {
      out.member("exportTime", TIME.format(order.at()));
    }
    if (order.stretch() != null) {
      out.member("exportFromTime", TIME.format(order.stretch().from()))
          .member("exportToTime", TIME.format(order.stretch().to()));
    }
    out.member("s3Bucket", order.bucket());
    orNothing(out, "s3Prefix", order.prefix());
    out.member("s3SseAlgorithm", order.sealing().algorithm());
    orNothing(out, "s3SseKmsKeyId", order.sealing().keyId());
    out.member("manifestFilesS3Key", filesKey)
        .member("billedSizeBytes", billedBytes())
        .member("itemCount", itemCount)
        .member("outputFormat", order.format().name());
    if (order.stretch() != null) {
      out.member("outputView", order.stretch().oldImages() ? "NEW_AND_OLD_IMAGES" : "NEW_IMAGE");
    }
    return out.member("exportType", order.isFull() ? "FULL_EXPORT" : "INCREMENTAL_EXPORT")
        .endObject()
        .toByteArray();
  }

  private static void orNothing(JsonWriter out, String member, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      out.nothing(member);
    } else {
      out.member(member, value);
    }
  }

  @Override
  public void release() {
    records.close();
    if (upload != null) {
      try {
        upload.close();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
