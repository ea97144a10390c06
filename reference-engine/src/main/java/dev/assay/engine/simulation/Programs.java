package dev.assay.engine.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes programs from seeds. */
final class Programs {
  static final int KEYS = 6;
  static final int GROUPS = 3;

  /** Most that the clock of a zone is wrong. */
  static final long ZONE_SKEW_MS = 500;

  /** Most that the clock of a machine is wrong after it was down. */
  static final long MOST_DRIFT_MS = 700;

  /** Longest lag that a lever gives a replica. */
  static final Duration MOST_LEVER_LAG = Duration.ofSeconds(2);

  private static final long SKEW_MS = 5_000;
  private static final int MOST_EXPIRY_S = 9;

  /** The largest item has 400 KB; the log takes room by the megabyte. */
  private static final int LARGE_KB = 350;

  private static final int LARGE_PUTS_FILL = 4;

  private final SplittableRandom random;
  private final Conditions conditions;
  private final Setting setting;
  private final List<Step> steps = new ArrayList<>();
  private long value;

  private Programs(long seed, Conditions conditions) {
    this.random = new SplittableRandom(seed);
    this.conditions = conditions;
    this.setting = conditions.setting();
  }

  /**
   * The program of a seed: always the same.
   *
   * @param allOnDisk whether every seed has a disk
   */
  static Program of(long seed, int steps, boolean allOnDisk) {
    Conditions conditions = Conditions.of(seed, allOnDisk);
    Programs programs = new Programs(seed, conditions);
    while (programs.steps.size() < steps) {
      programs.addOne();
    }
    return new Program(seed, conditions, programs.steps);
  }

  private void addOne() {
    steps.add(pause());
    if (conditions.onDisk() && random.nextInt(12) == 0) {
      addCrash();
      return;
    }
    int draw = random.nextInt(100);
    if (draw < 28) {
      steps.add(put(region(), key()));
    } else if (draw < 33) {
      // Of one moment: so that the last writer is the one whose region decides.
      int key = key();
      steps.add(put(region(), key));
      steps.add(put(region(), key));
    } else if (draw < 39) {
      steps.add(
          new Step.PutIf(region(), key(), ++value, random.nextInt(GROUPS), random.nextBoolean()));
    } else if (draw < 46) {
      steps.add(new Step.Delete(region(), key()));
    } else if (draw < 51 && setting != Setting.STRONG_REGIONS) {
      int key = key();
      steps.add(new Step.Transact(region(), key, ++value, (key + 1) % KEYS, ++value));
    } else if (draw < 70) {
      steps.add(new Step.Read(region(), key(), random.nextInt(3) > 0));
    } else if (draw < 75) {
      steps.add(new Step.QueryIndex(region(), random.nextInt(GROUPS)));
    } else if (draw < 80) {
      steps.add(setting == Setting.ZONES ? new Step.MarkRestore() : new Step.Advance(2_000));
    } else if (draw < 84) {
      steps.add(new Step.Consume(streaming()));
    } else if (draw < 87) {
      steps.add(split());
    } else if (draw < 91) {
      steps.add(new Step.Heal());
    } else {
      steps.add(fault());
    }
  }

  private Step pause() {
    return switch (random.nextInt(12)) {
      case 0 -> new Step.Advance(1 + random.nextInt(3_000));
      case 1 -> new Step.ToSecond(random.nextInt(-1, 2));
      default -> new Step.Advance(1 + random.nextInt(40));
    };
  }

  private Step.Put put(String region, int key) {
    boolean expires = setting != Setting.STRONG_REGIONS && random.nextInt(8) == 0;
    return new Step.Put(
        region,
        key,
        ++value,
        random.nextInt(GROUPS),
        expires ? random.nextInt(1, MOST_EXPIRY_S) : 0,
        0);
  }

  private Step.Put largePut() {
    return new Step.Put(region(), key(), ++value, random.nextInt(GROUPS), 0, LARGE_KB);
  }

  private void addCrash() {
    switch (random.nextInt(5)) {
      case 0 -> steps.add(new Step.Restart());
      case 1 -> steps.add(new Step.Kill());
      case 2 -> {
        steps.add(new Step.FillDisk());
        // The log has taken room for a while.
        for (int i = 0; i < LARGE_PUTS_FILL; i++) {
          steps.add(new Step.Advance(1));
          steps.add(largePut());
        }
      }
      default -> {
        List<Step.Put> unsynced = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
          unsynced.add(put(region(), key()));
        }
        steps.add(new Step.LosePower(unsynced, random.nextInt(101)));
      }
    }
  }

  private Step split() {
    return switch (random.nextInt(3)) {
      case 0 -> new Step.SplitPartition(region(), random.nextInt(100));
      case 1 -> new Step.SplitShard(streaming(), random.nextInt(100));
      default -> new Step.RollShards(streaming());
    };
  }

  private Step fault() {
    return switch (setting) {
      case ZONES -> zoneFault();
      case EVENTUAL_REGIONS -> random.nextInt(4) == 0 ? zoneFault() : regionFault();
      case STRONG_REGIONS -> strongFault();
    };
  }

  private Step zoneFault() {
    String region = region();
    return switch (random.nextInt(conditions.zonesAreSkewed() ? 6 : 5)) {
      case 0, 1 ->
          new Step.Pull(
              "az-outage",
              Map.of(
                  "region", region, "zone", zone(), "state", random.nextBoolean() ? "down" : "up"));
      case 2 ->
          new Step.Pull(
              "hold-commit", Map.of("region", region, "table", Simulation.TABLE, "writes", 1));
      case 3 -> new Step.Pull("release", Map.of("region", region));
      case 4 ->
          new Step.Pull(
              "replica-lag",
              Map.of(
                  "region",
                  region,
                  "zone",
                  zone(),
                  "lag_ms",
                  random.nextLong(MOST_LEVER_LAG.toMillis())));
      default ->
          new Step.Pull(
              "clock-skew",
              Map.of(
                  "region",
                  region,
                  "zone",
                  zone(),
                  "by_ms",
                  random.nextLong(-ZONE_SKEW_MS, ZONE_SKEW_MS)));
    };
  }

  private Step regionFault() {
    String from = region();
    String to = region();
    return switch (random.nextInt(5)) {
      case 0 ->
          new Step.Pull(
              "replication-lag",
              Map.of("from", from, "to", to.equals(from) ? "*" : to, "ms", random.nextInt(10_000)));
      case 1 ->
          new Step.Pull(
              "replication-pause", Map.of("from", from, "to", to.equals(from) ? "*" : to));
      case 2 ->
          new Step.Pull(
              "region-partition",
              Map.of("from", from, "to", to.equals(from) ? "*" : to, "both", random.nextBoolean()));
      case 3 ->
          new Step.Pull(
              "region-outage",
              Map.of("region", from, "state", random.nextBoolean() ? "down" : "up"));
      default ->
          new Step.Pull(
              "clock-skew", Map.of("region", from, "by_ms", random.nextLong(-SKEW_MS, SKEW_MS)));
    };
  }

  private Step strongFault() {
    return random.nextInt(3) == 0
        ? new Step.Pull("mrsc-conflict", Map.of("region", region(), "writes", 1))
        : new Step.Pull(
            "region-outage",
            Map.of("region", region(), "state", random.nextBoolean() ? "down" : "up"));
  }

  private String region() {
    return setting.regions().get(random.nextInt(setting.regions().size()));
  }

  /** A region that has a stream: where all agree, replicas come without. */
  private String streaming() {
    return setting == Setting.STRONG_REGIONS ? setting.regions().getFirst() : region();
  }

  private String zone() {
    return List.of("a", "b", "c").get(random.nextInt(3));
  }

  private int key() {
    return random.nextInt(KEYS);
  }
}
