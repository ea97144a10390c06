package dev.assay.engine.simulation;

import java.util.Map;
import java.util.TreeMap;

/** One step of a program. Keys are small numbers, values are never used twice. */
sealed interface Step {
  /** In words, for the history that a failure prints. */
  String words();

  /** An unconditional put. */
  record Put(String region, int key, long value, int group) implements Step {
    @Override
    public String words() {
      return "in " + region + " put k" + key + " = " + value + " (group " + group + ")";
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
