package dev.assay.engine.simulation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One step of a program. Keys are small numbers, values are never used twice. */
sealed interface Step {
  /** In words, for the history that a failure prints. */
  String words();

  /**
   * An unconditional put.
   *
   * @param expiresInS after how many seconds the item expires; 0 for never
   * @param padKb how much more the item holds
   */
  record Put(String region, int key, long value, int group, int expiresInS, int padKb)
      implements Step {
    @Override
    public String words() {
      return "in "
          + region
          + " put k"
          + key
          + " = "
          + value
          + " (group "
          + group
          + (padKb == 0 ? "" : ", " + padKb + " KB")
          + (expiresInS == 0 ? ")" : ", expires in " + expiresInS + " s)");
    }
  }

  /** A put that only happens if the item is there, or is not. */
  record PutIf(String region, int key, long value, int group, boolean exists) implements Step {
    @Override
    public String words() {
      return "in "
          + region
          + " put k"
          + key
          + " = "
          + value
          + " if it is "
          + (exists ? "there" : "not there");
    }
  }

  /** A deletion. */
  record Delete(String region, int key) implements Step {
    @Override
    public String words() {
      return "in " + region + " delete k" + key;
    }
  }

  /** Two puts in one transaction. */
  record Transact(String region, int key, long value, int otherKey, long otherValue)
      implements Step {
    @Override
    public String words() {
      return "in "
          + region
          + " put k"
          + key
          + " = "
          + value
          + " and k"
          + otherKey
          + " = "
          + otherValue
          + " in a transaction";
    }
  }

  /** A read of one item. */
  record Read(String region, int key, boolean strong) implements Step {
    @Override
    public String words() {
      return "in " + region + " read k" + key + (strong ? " strongly" : " eventually");
    }
  }

  /** A query of the global index. */
  record QueryIndex(String region, int group) implements Step {
    @Override
    public String words() {
      return "in " + region + " query group " + group;
    }
  }

  /** Time goes by. */
  record Advance(long ms) implements Step {
    @Override
    public String words() {
      return ms + " ms go by";
    }
  }

  /** Time goes by up to a whole second, or to just before or after it. */
  record ToSecond(int offsetMs) implements Step {
    @Override
    public String words() {
      return "time goes by to "
          + (offsetMs == 0
              ? "a whole second"
              : Math.abs(offsetMs) + " ms " + (offsetMs < 0 ? "before" : "after") + " a second");
    }
  }

  /** A partition splits, as by its size or its load. */
  record SplitPartition(String region, int which) implements Step {
    @Override
    public String words() {
      return "in " + region + " a partition splits";
    }
  }

  /** An open shard of the stream is followed by two children. */
  record SplitShard(String region, int which) implements Step {
    @Override
    public String words() {
      return "in " + region + " a shard splits";
    }
  }

  /** Every open shard of the stream is followed by a child. */
  record RollShards(String region) implements Step {
    @Override
    public String words() {
      return "in " + region + " the shards roll over";
    }
  }

  /** A consumer that has read the stream from its beginning reads on, a few records a shard. */
  record Consume(String region) implements Step {
    @Override
    public String words() {
      return "in " + region + " the consumer reads on";
    }
  }

  /** The engine is stopped and started again. */
  record Restart() implements Step {
    @Override
    public String words() {
      return "stop the engine and start it again";
    }
  }

  /** The engine is killed and started again. */
  record Kill() implements Step {
    @Override
    public String words() {
      return "kill the engine and start it again";
    }
  }

  /**
   * The power is lost before some puts are synced, of which nobody is told.
   *
   * @param keptPercent how much of them is on the disk all the same: the last may be torn
   */
  record LosePower(List<Put> unsynced, int keptPercent) implements Step {
    public LosePower {
      unsynced = List.copyOf(unsynced);
    }

    @Override
    public String words() {
      return "lose the power before it is synced that "
          + unsynced.stream().map(Put::words).collect(Collectors.joining(", "))
          + " (of which "
          + keptPercent
          + " % are on the disk), and start again";
    }
  }

  /** There is no more room on the disk, until everything is healed. */
  record FillDisk() implements Step {
    @Override
    public String words() {
      return "the disk is full";
    }
  }

  /** A lever is pulled. */
  record Pull(String lever, Map<String, Object> arguments) implements Step {
    public Pull {
      arguments = Map.copyOf(arguments);
    }

    @Override
    public String words() {
      return "pull " + lever + " " + new TreeMap<>(arguments);
    }
  }

  /** Everything is healed. */
  record Heal() implements Step {
    @Override
    public String words() {
      return "heal everything";
    }
  }

  /** The moment is noted, to restore the table to it in the end. */
  record MarkRestore() implements Step {
    @Override
    public String words() {
      return "note this second";
    }
  }
}
