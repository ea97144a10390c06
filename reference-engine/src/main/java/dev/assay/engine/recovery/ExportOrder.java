package dev.assay.engine.recovery;

import dev.assay.engine.archive.ItemFormat;
import dev.assay.engine.objects.ObjectStore.Sealing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an export is to be.
 *
 * @param tableId the table's, so that one of the same name that comes later is not taken for it
 * @param at the moment that a full export shows; null for an incremental one
 * @param stretch what an incremental export covers; null for a full one
 * @param prefix of all keys, as it was given
 */
public record ExportOrder(
    String tableArn,
    String tableId,
    @Nullable Instant at,
    @Nullable Stretch stretch,
    @Nullable String clientToken,
    String bucket,
    @Nullable String bucketOwner,
    @Nullable String prefix,
    Sealing sealing,
    ItemFormat format) {
  /**
   * A stretch of time.
   *
   * @param from inclusive
   * @param to exclusive
   * @param oldImages whether changed items show what they were
   */
  public record Stretch(Instant from, Instant to, boolean oldImages) {}

  public boolean isFull() {
    return stretch == null;
  }

  /** The folder of an export, with its slash, or of all incremental exports' data. */
  String folder(String name) {
    String start = prefix == null || prefix.isEmpty() ? "" : prefix;
    return start
        + (start.isEmpty() || start.endsWith("/") ? "" : "/")
        + "AWSDynamoDB/"
        + name
        + "/";
  }
}
