package dev.assay.engine.scaling;

import java.time.Instant;

/**
 * The bounds within which a capacity scales.
 *
 * @param min units, at least 0
 * @param max units, at least {@code min}
 */
public record ScalableTarget(
    Subject subject,
    long min,
    long max,
    String roleArn,
    String arn,
    Instant createdAt,
    Suspension suspension) {

  /** What of it does not happen for the time being. */
  public record Suspension(boolean scaleIn, boolean scaleOut, boolean scheduled) {
    public static final Suspension NONE = new Suspension(false, false, false);
  }

  /** The units that are nearest within the bounds. */
  public long bounded(long units) {
    return Math.max(min, Math.min(max, units));
  }
}
