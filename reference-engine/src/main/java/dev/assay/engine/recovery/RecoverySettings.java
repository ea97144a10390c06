package dev.assay.engine.recovery;

import dev.assay.engine.objects.FolderStore;
import dev.assay.engine.objects.ObjectStore;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * How recovery behaves.
 *
 * @param latestLag how far LatestRestorableDateTime is behind the region's time: five minutes with
 *     the service, nothing by default
 * @param jobs how long jobs last
 * @param objects where exports go to and imports come from; asked for when the first one begins
 */
public record RecoverySettings(
    Duration latestLag, JobDurations jobs, Supplier<ObjectStore> objects) {
  /** What the service has, typically. */
  public static final Duration LAG_OF_SERVICE = Duration.ofMinutes(5);

  /** No lag, no least duration, and objects in a folder of the engine's own that goes with it. */
  public static RecoverySettings defaults() {
    return new RecoverySettings(Duration.ZERO, JobDurations.NONE, FolderStore::passing);
  }

  public RecoverySettings withLatestLag(Duration newLatestLag) {
    return new RecoverySettings(newLatestLag, jobs, objects);
  }

  public RecoverySettings withJobs(JobDurations newJobs) {
    return new RecoverySettings(latestLag, newJobs, objects);
  }

  public RecoverySettings withObjects(Supplier<ObjectStore> newObjects) {
    return new RecoverySettings(latestLag, jobs, newObjects);
  }
}
