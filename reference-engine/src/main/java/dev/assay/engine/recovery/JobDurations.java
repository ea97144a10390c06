package dev.assay.engine.recovery;

import java.time.Duration;

/**
 * How long jobs last at least, by the region's clock. Zero means for as long as the work takes; the
 * answer that begins a job always shows it in progress.
 */
public record JobDurations(Duration backup, Duration restore, Duration export, Duration importing) {
  public static final JobDurations NONE =
      new JobDurations(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
}
