package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.BitSet;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Which entries of a batch. */
public sealed interface Selection {

  /** The chosen places among so many. */
  BitSet of(int count, RandomGenerator random);

  /** Writes it as rules spell it. */
  void write(ObjectNode into);

  /** The entries at these places, counted from 0 in the order of the request. */
  record At(SortedSet<Integer> positions) implements Selection {
    /** Copies the set. */
    public At {
      positions = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(positions));
    }

    @Override
    public BitSet of(int count, RandomGenerator random) {
      BitSet chosen = new BitSet(count);
      positions.stream().filter(place -> place < count).forEach(chosen::set);
      return chosen;
    }

    @Override
    public void write(ObjectNode into) {
      positions.forEach(into.putArray("positions")::add);
    }
  }

  /** So many at the end. */
  record Last(int entries) implements Selection {
    @Override
    public BitSet of(int count, RandomGenerator random) {
      BitSet chosen = new BitSet(count);
      chosen.set(Math.max(0, count - entries), count);
      return chosen;
    }

    @Override
    public void write(ObjectNode into) {
      into.put("last", entries);
    }
  }

  /** Each with the same probability, 0 to 1. */
  record Chance(double share) implements Selection {
    @Override
    public BitSet of(int count, RandomGenerator random) {
      BitSet chosen = new BitSet(count);
      for (int i = 0; i < count; i++) {
        chosen.set(i, random.nextDouble() < share);
      }
      return chosen;
    }

    @Override
    public void write(ObjectNode into) {
      into.put("each", share);
    }
  }

  /** Reads one of {@code positions}, {@code last} and {@code each}; without any, the last entry. */
  static Selection read(JsonFields fields) {
    fields.onlyKnown("kind", "positions", "last", "each");
    fields.atMostOneOf("positions", "last", "each");
    if (fields.has("positions")) {
      return new At(fields.wholes("positions", 0, 99));
    }
    return fields.has("each")
        ? new Chance(fields.share("each"))
        : new Last((int) fields.whole("last", 1, 100).orElse(1));
  }
}
