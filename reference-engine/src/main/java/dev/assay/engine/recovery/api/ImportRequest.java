package dev.assay.engine.recovery.api;

import dev.assay.engine.api.Region;
import dev.assay.engine.archive.Compression;
import dev.assay.engine.archive.ItemFormat;
import dev.assay.engine.control.CreateTableRequest;
import dev.assay.engine.control.NewTable;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.recovery.ImportOrder;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.table.TableDefinition;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request to import a table, as it came. */
final class ImportRequest {
  private static final Choices FORMATS = Choices.of("ION", "DYNAMODB_JSON", "CSV");
  private static final Choices COMPRESSIONS = Choices.of("ZSTD", "NONE", "GZIP");
  private static final Pattern DELIMITER = Pattern.compile("[,;:|\\t ]");
  private static final Pattern COLUMN = Pattern.compile("[\\x20-\\x21\\x23-\\x2B\\x2D-\\x7E]*");

  private @Nullable String clientToken;
  private boolean sourced;
  private @Nullable String bucket;
  private @Nullable String bucketOwner;
  private @Nullable String prefix;
  private @Nullable String format;
  private @Nullable String compression;
  private boolean csv;
  private @Nullable String delimiter;
  private @Nullable List<String> header;
  private boolean parameterized;
  private final CreateTableRequest table = CreateTableRequest.empty();

  static ImportRequest read(JsonReader in) {
    ImportRequest request = new ImportRequest();
    in.request(name -> request.readMember(name, in));
    request.check();
    return request;
  }

  private void readMember(String name, JsonReader in) {
    switch (name) {
      case "ClientToken" -> clientToken = in.string();
      case "S3BucketSource" ->
          sourced = in.structure("S3BucketSource", member -> readSource(member, in));
      case "InputFormat" -> format = in.string();
      case "InputCompressionType" -> compression = in.string();
      case "InputFormatOptions" ->
          in.structure("InputFormatOptions", member -> readOptions(member, in));
      case "TableCreationParameters" ->
          parameterized =
              in.structure("TableCreationParameters", member -> table.readMember(member, in));
      default -> in.skip();
    }
  }

  private void readSource(String member, JsonReader in) {
    switch (member) {
      case "S3Bucket" -> bucket = in.string();
      case "S3BucketOwner" -> bucketOwner = in.string();
      case "S3KeyPrefix" -> prefix = in.string();
      default -> in.skip();
    }
  }

  private void readOptions(String member, JsonReader in) {
    if (!member.equals("Csv")) {
      in.skip();
      return;
    }
    csv =
        in.structure(
            "CsvOptions",
            option -> {
              switch (option) {
                case "Delimiter" -> delimiter = in.string();
                case "HeaderList" -> header = in.strings();
                default -> in.skip();
              }
            });
  }

  private void check() {
    Constraints constraints = Constraints.echoing();
    if (sourced) {
      constraints
          .pattern("s3BucketSource.s3BucketOwner", bucketOwner, ExportRequest.OWNER)
          .required("s3BucketSource.s3Bucket", bucket)
          .pattern("s3BucketSource.s3Bucket", bucket, ExportRequest.BUCKET)
          .length("s3BucketSource.s3Bucket", bucket, 0, 255)
          .length("s3BucketSource.s3KeyPrefix", prefix, 0, 1024);
    } else {
      constraints.required("s3BucketSource", null);
    }
    constraints
        .required("inputFormat", format)
        .oneOf("inputFormat", format, FORMATS)
        .pattern("inputFormatOptions.csv.delimiter", delimiter, DELIMITER)
        .length("inputFormatOptions.csv.delimiter", delimiter, 1, 1)
        .size("inputFormatOptions.csv.headerList", header, 1, 255)
        .oneOf("inputCompressionType", compression, COMPRESSIONS);
    for (String column : header == null ? List.<String>of() : header) {
      constraints
          .pattern("inputFormatOptions.csv.headerList", column, COLUMN)
          .length("inputFormatOptions.csv.headerList", column, 1, 65_536);
    }
    if (!parameterized) {
      constraints.required("tableCreationParameters", null);
    }
    constraints.verify();
    table.check();
    if (csv && !"CSV".equals(format)) {
      throw ServiceException.validation(
          "Invalid Request: Unsupported InputFormatOptions for the given input format: "
              + format
              + ".");
    }
  }

  String tableName() {
    return table.name();
  }

  ImportOrder order(Region region) {
    TableDefinition definition = new NewTable(region, table).definition();
    return new ImportOrder(
        definition,
        new CreationParameters(definition, table.encryption()).json(),
        clientToken,
        Objects.requireNonNull(bucket),
        bucketOwner == null ? region.accountId() : bucketOwner,
        prefix,
        ItemFormat.valueOf(Objects.requireNonNull(format)),
        compression == null ? null : Compression.valueOf(compression),
        csv ? new ImportOrder.Csv(delimiter, header) : null);
  }
}
