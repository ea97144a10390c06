package dev.assay.engine.recovery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import, as far as it has come.
 *
 * @param tableArn of the table that it makes
 * @param description what the request asked for, as descriptions show it
 * @param endedAt null while it is in progress
 * @param failure null unless it failed
 */
public record Import(
    String arn,
    String tableArn,
    String tableId,
    Description description,
    Instant startedAt,
    @Nullable Instant endedAt,
    Counts counts,
    @Nullable Failure failure) {

  /**
   * The request, each part as text.
   *
   * @param parameters TableCreationParameters as JSON
   * @param csvHeader columns, null if the request has none
   */
  public record Description(
      String tableName,
      String parameters,
      @Nullable String clientToken,
      String bucket,
      String bucketOwner,
      @Nullable String prefix,
      String format,
      String compression,
      boolean hasCsv,
      @Nullable String csvDelimiter,
      java.util.@Nullable List<String> csvHeader) {}

  /**
   * How far it has come.
   *
   * @param processedBytes of the source, uncompressed
   */
  public record Counts(long processedBytes, long processedItems, long importedItems, long errors) {
    public static final Counts NONE = new Counts(0, 0, 0, 0);
  }

  /** Why it failed. */
  public record Failure(String code, String message) {}

  public String status() {
    if (endedAt == null) {
      return "IN_PROGRESS";
    }
    return failure == null ? "COMPLETED" : "FAILED";
  }

  Import ended(Instant newEndedAt, Counts newCounts, @Nullable Failure newFailure) {
    return new Import(
        arn, tableArn, tableId, description, startedAt, newEndedAt, newCounts, newFailure);
  }
}
