package dev.assay.engine.recovery;

import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An import as the ledger keeps it. */
final class ImportDocument {
  private String arn = "";
  private String tableArn = "";
  private String tableId = "";
  private String tableName = "";
  private String parameters = "{}";
  private @Nullable String clientToken;
  private String bucket = "";
  private String bucketOwner = "";
  private @Nullable String prefix;
  private String format = "";
  private String compression = "";
  private boolean hasCsv;
  private @Nullable String csvDelimiter;
  private @Nullable List<String> csvHeader;
  private Instant startedAt = Instant.EPOCH;
  private @Nullable Instant endedAt;
  private long processedBytes;
  private long processedItems;
  private long importedItems;
  private long errors;
  private @Nullable String failureCode;
  private @Nullable String failureMessage;

  private ImportDocument() {}

  static byte[] write(Import made) {
    Import.Description asked = made.description();
    JsonWriter out =
        new JsonWriter()
            .startObject()
            .member("arn", made.arn())
            .member("tableArn", made.tableArn())
            .member("tableId", made.tableId())
            .member("tableName", asked.tableName())
            .member("parameters", asked.parameters())
            .member("bucket", asked.bucket())
            .member("bucketOwner", asked.bucketOwner())
            .member("format", asked.format())
            .member("compression", asked.compression())
            .member("hasCsv", asked.hasCsv())
            .member("startedAt", made.startedAt().toString())
            .member("processedBytes", made.counts().processedBytes())
            .member("processedItems", made.counts().processedItems())
            .member("importedItems", made.counts().importedItems())
            .member("errors", made.counts().errors());
    ExportDocument.optional(out, "clientToken", asked.clientToken());
    ExportDocument.optional(out, "prefix", asked.prefix());
    ExportDocument.optional(out, "csvDelimiter", asked.csvDelimiter());
    ExportDocument.optional(out, "endedAt", made.endedAt());
    if (asked.csvHeader() != null) {
      out.strings("csvHeader", asked.csvHeader());
    }
    if (made.failure() != null) {
      out.member("failureCode", made.failure().code())
          .member("failureMessage", made.failure().message());
    }
    return out.endObject().toByteArray();
  }

  static Import read(byte[] document) {
    ImportDocument read = new ImportDocument();
    JsonReader in = new JsonReader(document);
    in.request(member -> read.member(member, in));
    return read.made();
  }

  private void member(String member, JsonReader in) {
    switch (member) {
      case "arn" -> arn = text(in);
      case "tableArn" -> tableArn = text(in);
      case "tableId" -> tableId = text(in);
      case "tableName" -> tableName = text(in);
      case "parameters" -> parameters = text(in);
      case "clientToken" -> clientToken = in.string();
      case "bucket" -> bucket = text(in);
      case "bucketOwner" -> bucketOwner = text(in);
      case "prefix" -> prefix = in.string();
      case "format" -> format = text(in);
      case "compression" -> compression = text(in);
      case "hasCsv" -> hasCsv = Boolean.TRUE.equals(in.bool());
      case "csvDelimiter" -> csvDelimiter = in.string();
      case "csvHeader" -> csvHeader = in.strings();
      case "startedAt" -> startedAt = Instant.parse(text(in));
      case "endedAt" -> endedAt = Instant.parse(text(in));
      case "processedBytes" -> processedBytes = number(in);
      case "processedItems" -> processedItems = number(in);
      case "importedItems" -> importedItems = number(in);
      case "errors" -> errors = number(in);
      case "failureCode" -> failureCode = in.string();
      case "failureMessage" -> failureMessage = in.string();
      default -> in.skip();
    }
  }

  private static String text(JsonReader in) {
    return Objects.requireNonNull(in.string());
  }

  private static long number(JsonReader in) {
    return Objects.requireNonNull(in.longInteger());
  }

  private Import made() {
    return new Import(
        arn,
        tableArn,
        tableId,
        new Import.Description(
            tableName,
            parameters,
            clientToken,
            bucket,
            bucketOwner,
            prefix,
            format,
            compression,
            hasCsv,
            csvDelimiter,
            csvHeader),
        startedAt,
        endedAt,
        new Import.Counts(processedBytes, processedItems, importedItems, errors),
        failureCode == null
            ? null
            : new Import.Failure(failureCode, String.valueOf(failureMessage)));
  }
}
