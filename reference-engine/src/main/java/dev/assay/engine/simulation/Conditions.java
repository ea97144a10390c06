package dev.assay.engine.simulation;

import dev.assay.engine.zone.ReplicationMode;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Under what a program runs, beside its steps.
 *
 * @param mode how far replicas and indexes lag
 * @param zonesAreSkewed whether the clocks of zones may be wrong, and that of the machine after it
 *     was down: if not, every write belongs to exactly one second
 * @param rotateShardsAfter age at which shards of streams are closed
 * @param partitionBytes size at which partitions split
 * @param onDisk whether the engine has a disk, and so can be restarted
 */
record Conditions(
    Setting setting,
    ReplicationMode mode,
    boolean zonesAreSkewed,
    Duration rotateShardsAfter,
    long partitionBytes,
    boolean onDisk) {
  private static final Duration NEVER_WITHIN_A_PROGRAM = Duration.ofHours(4);
  private static final int LEAST_ROTATION_S = 5;
  private static final int MOST_ROTATION_S = 60;

  /** A disk makes a seed many times as slow. */
  private static final long ON_DISK_EVERY = 100;

  /** Some items: each holds about twelve bytes. */
  private static final long SMALL_PARTITION_BYTES = 20;

  private static final long LARGE_PARTITION_BYTES = 1L << 30;

  /**
   * Those of a seed, from a stream of numbers that its steps do not share.
   *
   * @param allOnDisk whether every seed has a disk, and not only a few
   */
  static Conditions of(long seed, boolean allOnDisk) {
    SplittableRandom random = new SplittableRandom(~seed);
    List<Setting> all = List.of(Setting.values());
    return new Conditions(
        all.get((int) Long.remainderUnsigned(seed, all.size())),
        random.nextBoolean() ? ReplicationMode.FAITHFUL : ReplicationMode.ADVERSARIAL,
        random.nextBoolean(),
        random.nextInt(3) == 0
            ? NEVER_WITHIN_A_PROGRAM
            : Duration.ofSeconds(random.nextInt(LEAST_ROTATION_S, MOST_ROTATION_S)),
        random.nextInt(3) == 0 ? SMALL_PARTITION_BYTES : LARGE_PARTITION_BYTES,
        allOnDisk || Long.remainderUnsigned(seed, ON_DISK_EVERY) == ON_DISK_EVERY - 1);
  }
}
