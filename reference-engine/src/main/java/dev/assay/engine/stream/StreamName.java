package dev.assay.engine.stream;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * What tells a stream from all others.
 *
 * @param label the time of its enabling, {@code 2026-11-22T21:21:06.941}; no two streams of one
 *     table have the same
 */
public record StreamName(String tableArn, String tableName, String label) {

  /** The stream's ARN. */
  public String arn() {
    return arn(tableArn, label);
  }

  /** The time of its enabling, which the label is. */
  Instant createdAt() {
    return LocalDateTime.parse(label).toInstant(ZoneOffset.UTC);
  }

  static String arn(String tableArn, String label) {
    return tableArn + "/stream/" + label;
  }
}
