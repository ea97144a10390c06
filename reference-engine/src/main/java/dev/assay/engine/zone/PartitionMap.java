package dev.assay.engine.zone;

import java.util.ArrayList;
import java.util.List;

/** The partitions of a table, which together are all hashes. Immutable. */
final class PartitionMap {
  private final Partition[] partitions;

  private PartitionMap(List<Partition> inOrder) {
    partitions = inOrder.toArray(Partition[]::new);
  }

  /** Gives a partition its leader. */
  interface Leaders {
    Zone of(int id);
  }

  /** So many partitions of the same size, with ids from 0. */
  static PartitionMap even(int count, Leaders leaders) {
    List<Partition> partitions = new ArrayList<>();
    long low = 0;
    for (int id = 0; id < count; id++) {
      long high = id + 1 == count ? -1 : Long.divideUnsigned(-1, count) * (id + 1);
      partitions.add(new Partition(id, low, high, new ReplicaLog(), leaders.of(id)));
      low = high + 1;
    }
    return new PartitionMap(partitions);
  }

  Partition of(long hash) {
    int low = 0;
    int high = partitions.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(hash, partitions[middle].high) <= 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return partitions[low];
  }

  List<Partition> all() {
    return List.of(partitions);
  }

  /** With two halves in the place of a partition. */
  PartitionMap split(Partition parent, Partition lower, Partition upper) {
    List<Partition> others = new ArrayList<>(List.of(partitions));
    int at = others.indexOf(parent);
    others.set(at, lower);
    others.add(at + 1, upper);
    return new PartitionMap(others);
  }
}
