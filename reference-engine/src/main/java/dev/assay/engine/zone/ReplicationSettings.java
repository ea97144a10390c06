package dev.assay.engine.zone;

import java.time.Duration;

/**
 * How the replicas of an engine behave.
 *
 * @param mode at the start; a lever changes it
 * @param seed of lags, of leaders, and of the replicas that eventual reads go to
 * @param meanLag of a replica in the faithful mode
 * @param mostLag longest lag of a replica, which the adversarial mode always has
 * @param mostIndexLag longest lag of a global index, which the adversarial mode always has
 * @param detection how long it is from the loss of a leader's zone to the choice of another leader
 * @param catchUpPerSecond entries that a replica applies in a second after its zone is back
 * @param partitionBytes size at which a partition splits
 */
public record ReplicationSettings(
    ReplicationMode mode,
    long seed,
    Duration meanLag,
    Duration mostLag,
    Duration mostIndexLag,
    Duration detection,
    long catchUpPerSecond,
    long partitionBytes) {
  private static final long TEN_GB = 10L * 1024 * 1024 * 1024;

  public ReplicationSettings {
    if (meanLag.isNegative()
        || mostLag.isNegative()
        || mostIndexLag.isNegative()
        || detection.isNegative()) {
      throw new IllegalArgumentException("no lag is negative");
    }
    if (catchUpPerSecond < 1 || partitionBytes < 1) {
      throw new IllegalArgumentException("rates and sizes are at least 1");
    }
  }

  /** Instant; otherwise a mean lag of 10 ms and at most a second, and 10 GB a partition. */
  public static ReplicationSettings defaults() {
    return new ReplicationSettings(
        ReplicationMode.INSTANT,
        0,
        Duration.ofMillis(10),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        Duration.ZERO,
        10_000,
        TEN_GB);
  }

  public ReplicationSettings withMode(ReplicationMode newMode) {
    return new ReplicationSettings(
        newMode, seed, meanLag, mostLag, mostIndexLag, detection, catchUpPerSecond, partitionBytes);
  }

  public ReplicationSettings withSeed(long newSeed) {
    return new ReplicationSettings(
        mode, newSeed, meanLag, mostLag, mostIndexLag, detection, catchUpPerSecond, partitionBytes);
  }

  /** With other lags of replicas and of global indexes. */
  public ReplicationSettings withLags(Duration newMean, Duration newMost, Duration newMostIndex) {
    return new ReplicationSettings(
        mode, seed, newMean, newMost, newMostIndex, detection, catchUpPerSecond, partitionBytes);
  }

  public ReplicationSettings withDetection(Duration newDetection) {
    return new ReplicationSettings(
        mode, seed, meanLag, mostLag, mostIndexLag, newDetection, catchUpPerSecond, partitionBytes);
  }

  public ReplicationSettings withCatchUpPerSecond(long newRate) {
    return new ReplicationSettings(
        mode, seed, meanLag, mostLag, mostIndexLag, detection, newRate, partitionBytes);
  }

  public ReplicationSettings withPartitionBytes(long newBytes) {
    return new ReplicationSettings(
        mode, seed, meanLag, mostLag, mostIndexLag, detection, catchUpPerSecond, newBytes);
  }
}
