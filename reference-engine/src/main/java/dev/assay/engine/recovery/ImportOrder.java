package dev.assay.engine.recovery;

import dev.assay.engine.archive.Compression;
import dev.assay.engine.archive.ItemFormat;
import dev.assay.engine.archive.RecordReader.CsvOptions;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.value.AttributeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be imported.
 *
 * @param table the new table, in its state CREATING
 * @param parameters the request's TableCreationParameters, as JSON, which descriptions give back
 * @param prefix of the objects' keys; empty for all of the bucket
 * @param compression null if the request names none, which is none
 * @param csv null unless the request has options
 */
public record ImportOrder(
    TableDefinition table,
    String parameters,
    @Nullable String clientToken,
    String bucket,
    String bucketOwner,
    @Nullable String prefix,
    ItemFormat format,
    @Nullable Compression compression,
    @Nullable Csv csv) {
  /**
   * Options of CSV as the request gives them.
   *
   * @param delimiter null for the comma
   * @param header null if the first line of each file has it
   */
  public record Csv(@Nullable String delimiter, @Nullable List<String> header) {}

  CsvOptions csvOptions() {
    Map<String, AttributeType> types = new HashMap<>();
    for (KeyAttribute attribute : table.key().attributes()) {
      types.put(attribute.name(), attribute.type());
    }
    for (SecondaryIndex index : table.indexes()) {
      for (KeyAttribute attribute : index.key().attributes()) {
        types.put(attribute.name(), attribute.type());
      }
    }
    String delimiter = csv == null ? null : csv.delimiter();
    List<String> header = csv == null ? null : csv.header();
    return new CsvOptions(
        delimiter == null ? ',' : delimiter.charAt(0), header == null ? List.of() : header, types);
  }

  Compression effectiveCompression() {
    return compression == null ? Compression.NONE : compression;
  }
}
