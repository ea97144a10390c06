package dev.assay.engine.recovery.api;

import dev.assay.engine.archive.ItemFormat;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.objects.ObjectStore.Sealing;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request to export a table, as it came. */
final class ExportRequest {
  static final Pattern BUCKET = Pattern.compile("^[a-z0-9A-Z]+[\\.\\-\\w]*[a-z0-9A-Z]+$");
  static final Pattern OWNER = Pattern.compile("[0-9]{12}");
  private static final Choices FORMATS = Choices.of("ION", "DYNAMODB_JSON");
  private static final Choices TYPES = Choices.of("INCREMENTAL_EXPORT", "FULL_EXPORT");
  private static final Choices ALGORITHMS = Choices.of("AES256", "KMS");
  private static final Choices VIEWS = Choices.of("NEW_AND_OLD_IMAGES", "NEW_IMAGE");
  private static final String STRETCH = "incrementalExportSpecification.";

  @Nullable String tableArn;
  @Nullable String clientToken;
  @Nullable String bucket;
  @Nullable String bucketOwner;
  @Nullable String prefix;
  private @Nullable Double exportTime;
  private @Nullable String algorithm;
  private @Nullable String keyId;
  private @Nullable String format;
  private @Nullable String type;
  private boolean incremental;
  private @Nullable Double from;
  private @Nullable Double to;
  private @Nullable String view;

  static ExportRequest read(JsonReader in) {
    ExportRequest request = new ExportRequest();
    in.request(name -> request.readMember(name, in));
    request.check();
    return request;
  }

  private void readMember(String name, JsonReader in) {
    switch (name) {
      case "TableArn" -> tableArn = in.string();
      case "ExportTime" -> exportTime = in.decimal();
      case "ClientToken" -> clientToken = in.string();
      case "S3Bucket" -> bucket = in.string();
      case "S3BucketOwner" -> bucketOwner = in.string();
      case "S3Prefix" -> prefix = in.string();
      case "S3SseAlgorithm" -> algorithm = in.string();
      case "S3SseKmsKeyId" -> keyId = in.string();
      case "ExportFormat" -> format = in.string();
      case "ExportType" -> type = in.string();
      case "IncrementalExportSpecification" ->
          incremental =
              in.structure("IncrementalExportSpecification", member -> readStretch(member, in));
      default -> in.skip();
    }
  }

  private void readStretch(String member, JsonReader in) {
    switch (member) {
      case "ExportFromTime" -> from = in.decimal();
      case "ExportToTime" -> to = in.decimal();
      case "ExportViewType" -> view = in.string();
      default -> in.skip();
    }
  }

  private void check() {
    Constraints.echoing()
        .required("tableArn", tableArn)
        .length("tableArn", tableArn, 1, 1024)
        .required("s3Bucket", bucket)
        .pattern("s3Bucket", bucket, BUCKET)
        .length("s3Bucket", bucket, 0, 255)
        .pattern("s3BucketOwner", bucketOwner, OWNER)
        .length("s3Prefix", prefix, 0, 1024)
        .oneOf("s3SseAlgorithm", algorithm, ALGORITHMS)
        .length("s3SseKmsKeyId", keyId, 1, 2048)
        .oneOf("exportFormat", format, FORMATS)
        .oneOf("exportType", type, TYPES)
        .oneOf(STRETCH + "exportViewType", view, VIEWS)
        .verify();
    checkType();
    if (keyId != null && !"KMS".equals(algorithm)) {
      throw invalid("KMS Key Id is not supported for this encryption type");
    }
  }

  private void checkType() {
    if (incremental && type == null) {
      throw invalid(
          "Export Type expected to be Incremental Export when incremental export specification is"
              + " provided");
    }
    if (incremental && !isIncremental()) {
      throw invalid(
          "When Export Type is Full Export , Incremental Export Specification should not be"
              + " provided");
    }
    if (isIncremental() && !incremental) {
      throw invalid(
          "Incremental Export Specification expected when export type is set as Incremental"
              + " Export");
    }
    if (isIncremental() && from == null) {
      throw invalid("ExportFromTime must be provided in IncrementalExportSpecification");
    }
  }

  private static ServiceException invalid(String why) {
    return ServiceException.validation("Invalid Request: " + why);
  }

  boolean isIncremental() {
    return "INCREMENTAL_EXPORT".equals(type);
  }

  @Nullable Instant exportTime() {
    return Seconds.orNull(exportTime);
  }

  Instant from() {
    return Seconds.instant(Objects.requireNonNull(from));
  }

  @Nullable Instant to() {
    return Seconds.orNull(to);
  }

  boolean oldImages() {
    return view == null || view.equals("NEW_AND_OLD_IMAGES");
  }

  Sealing sealing() {
    return new Sealing(
        algorithm == null ? Sealing.DEFAULT.algorithm() : algorithm, keyId == null ? "" : keyId);
  }

  ItemFormat format() {
    return format == null ? ItemFormat.DYNAMODB_JSON : ItemFormat.valueOf(format);
  }

  /** Equal for requests that ask for the same. */
  String fingerprint() {
    return String.join(
        "\n",
        String.valueOf(tableArn),
        String.valueOf(exportTime),
        String.valueOf(bucket),
        String.valueOf(bucketOwner),
        String.valueOf(prefix),
        String.valueOf(sealing()),
        format().name(),
        String.valueOf(isIncremental()),
        String.valueOf(from),
        String.valueOf(to),
        String.valueOf(oldImages()));
  }
}
