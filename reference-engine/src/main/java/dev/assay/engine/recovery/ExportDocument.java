package dev.assay.engine.recovery;

import dev.assay.engine.archive.ItemFormat;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.objects.ObjectStore.Sealing;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An export as the ledger keeps it. */
final class ExportDocument {
  private @Nullable String arn;
  private @Nullable String fingerprint;
  private @Nullable String tableArn;
  private @Nullable String tableId;
  private @Nullable Instant at;
  private @Nullable Instant from;
  private @Nullable Instant to;
  private boolean oldImages;
  private @Nullable String clientToken;
  private @Nullable String bucket;
  private @Nullable String bucketOwner;
  private @Nullable String prefix;
  private String algorithm = Sealing.DEFAULT.algorithm();
  private String keyId = Sealing.DEFAULT.keyId();
  private ItemFormat format = ItemFormat.DYNAMODB_JSON;
  private Instant startedAt = Instant.EPOCH;
  private @Nullable Instant endedAt;
  private @Nullable String manifest;
  private long billedBytes;
  private long itemCount;
  private @Nullable String failureCode;
  private @Nullable String failureMessage;

  private ExportDocument() {}

  static byte[] write(Export export) {
    ExportOrder order = export.order();
    JsonWriter out =
        new JsonWriter()
            .startObject()
            .member("arn", export.arn())
            .member("fingerprint", export.fingerprint())
            .member("tableArn", order.tableArn())
            .member("tableId", order.tableId())
            .member("bucket", order.bucket())
            .member("algorithm", order.sealing().algorithm())
            .member("keyId", order.sealing().keyId())
            .member("format", order.format().name())
            .member("startedAt", export.startedAt().toString());
    optional(out, "at", order.at());
    optional(out, "clientToken", order.clientToken());
    optional(out, "bucketOwner", order.bucketOwner());
    optional(out, "prefix", order.prefix());
    if (order.stretch() != null) {
      out.member("from", order.stretch().from().toString())
          .member("to", order.stretch().to().toString())
          .member("oldImages", order.stretch().oldImages());
    }
    switch (export.outcome()) {
      case null -> {
        // There is nothing to say yet.
      }
      case Export.Completed done ->
          out.member("endedAt", done.endedAt().toString())
              .member("manifest", done.manifest())
              .member("billedBytes", done.billedBytes())
              .member("itemCount", done.itemCount());
      case Export.Failed failed ->
          out.member("endedAt", failed.endedAt().toString())
              .member("failureCode", failed.code())
              .member("failureMessage", failed.message());
    }
    return out.endObject().toByteArray();
  }

  static void optional(JsonWriter out, String member, @Nullable Object value) {
    if (value != null) {
      out.member(member, value.toString());
    }
  }

  static Export read(byte[] document) {
    ExportDocument read = new ExportDocument();
    JsonReader in = new JsonReader(document);
    in.request(member -> read.member(member, in));
    return read.export();
  }

  private void member(String member, JsonReader in) {
    switch (member) {
      case "arn" -> arn = in.string();
      case "fingerprint" -> fingerprint = in.string();
      case "tableArn" -> tableArn = in.string();
      case "tableId" -> tableId = in.string();
      case "at" -> at = time(in);
      case "from" -> from = time(in);
      case "to" -> to = time(in);
      case "oldImages" -> oldImages = Boolean.TRUE.equals(in.bool());
      case "clientToken" -> clientToken = in.string();
      case "bucket" -> bucket = in.string();
      case "bucketOwner" -> bucketOwner = in.string();
      case "prefix" -> prefix = in.string();
      case "algorithm" -> algorithm = Objects.requireNonNull(in.string());
      case "keyId" -> keyId = Objects.requireNonNull(in.string());
      case "format" -> format = ItemFormat.valueOf(Objects.requireNonNull(in.string()));
      case "startedAt" -> startedAt = time(in);
      case "endedAt" -> endedAt = time(in);
      case "manifest" -> manifest = in.string();
      case "billedBytes" -> billedBytes = Objects.requireNonNull(in.longInteger());
      case "itemCount" -> itemCount = Objects.requireNonNull(in.longInteger());
      case "failureCode" -> failureCode = in.string();
      case "failureMessage" -> failureMessage = in.string();
      default -> in.skip();
    }
  }

  private static Instant time(JsonReader in) {
    return Instant.parse(Objects.requireNonNull(in.string()));
  }

  private Export export() {
    ExportOrder order =
        new ExportOrder(
            Objects.requireNonNull(tableArn),
            Objects.requireNonNull(tableId),
            at,
            from == null || to == null ? null : new ExportOrder.Stretch(from, to, oldImages),
            clientToken,
            Objects.requireNonNull(bucket),
            bucketOwner,
            prefix,
            new Sealing(algorithm, keyId),
            format);
    return new Export(
        Objects.requireNonNull(arn),
        order,
        Objects.requireNonNull(fingerprint),
        startedAt,
        outcome());
  }

  private Export.@Nullable Outcome outcome() {
    if (endedAt == null) {
      return null;
    }
    return manifest == null
        ? new Export.Failed(endedAt, String.valueOf(failureCode), String.valueOf(failureMessage))
        : new Export.Completed(endedAt, manifest, billedBytes, itemCount);
  }
}
