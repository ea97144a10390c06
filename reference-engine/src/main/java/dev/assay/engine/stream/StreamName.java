package dev.assay.engine.stream;

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

  static String arn(String tableArn, String label) {
    return tableArn + "/stream/" + label;
  }
}
