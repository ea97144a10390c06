package dev.assay.engine.zone;

import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.LogEntry;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.Zones;
import dev.assay.engine.table.BillingMode;
import dev.assay.engine.table.Throughput;
import dev.assay.engine.value.AttributeMap;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The partitions of one table and their replicas. Guarded by the monitor of its region's zones. */
final class TableZones implements Zones {
  /** What a new table on demand has, which can take 4,000 writes a second at once. */
  private static final int ON_DEMAND_PARTITIONS = 4;

  private static final double PARTITION_READ_UNITS = 3000;
  private static final double PARTITION_WRITE_UNITS = 1000;

  private final Table table;
  private final RegionZones region;
  private final long name;
  private volatile PartitionMap partitions;
  private int ids;
  private long draws;

  TableZones(Table table, RegionZones region) {
    this.table = table;
    this.region = region;
    this.name = (region.name() + "/" + table.definition().name()).hashCode();
    this.ids = startingPartitions();
    this.partitions = PartitionMap.even(ids, this::drawLeader);
    if (table.itemCount() > 0) {
      synchronized (region) {
        measure();
      }
    }
  }

  /** Counts what a table that was restored or read back holds, and splits what is too large. */
  private void measure() {
    Deque<Partition> left = new ArrayDeque<>(partitions.all());
    for (Partition next = left.poll(); next != null; next = left.poll()) {
      next.bytes = heldBy(next);
      if (next.bytes > region.settings().partitionBytes()) {
        List<Integer> halves = splitUnlessHeld(next);
        partitions.all().stream().filter(each -> halves.contains(each.id)).forEach(left::add);
      }
    }
  }

  private long heldBy(Partition partition) {
    long bytes = 0;
    for (var each : table.items().tailMap(EntryKey.atHash(partition.low)).entrySet()) {
      if (Long.compareUnsigned(each.getKey().hash(), partition.high) > 0) {
        break;
      }
      bytes += size(each.getValue());
    }
    return bytes;
  }

  private int startingPartitions() {
    int bySize = Math.toIntExact(1 + table.sizeBytes() / region.settings().partitionBytes());
    if (table.definition().settings().billingMode() == BillingMode.PAY_PER_REQUEST) {
      return Math.max(bySize, ON_DEMAND_PARTITIONS);
    }
    Throughput units = table.definition().settings().throughput();
    double load =
        units.readUnits() / PARTITION_READ_UNITS + units.writeUnits() / PARTITION_WRITE_UNITS;
    return Math.max(bySize, (int) Math.ceil(Math.max(1, load)));
  }

  private Zone drawLeader(int id) {
    long drawn = Chance.of(region.settings().seed(), name, id);
    return Zone.named(Zone.NAMES.get((int) Long.remainderUnsigned(drawn, Zone.COUNT)));
  }

  /** A number that is drawn anew each time, and for this seed the same each time. */
  long draw() {
    return Chance.of(region.settings().seed(), name, -1, draws++);
  }

  long chance(Partition partition, long index, int reader) {
    return Chance.of(region.settings().seed(), name, partition.id, index, reader);
  }

  Table table() {
    return table;
  }

  List<Partition> partitions() {
    return partitions.all();
  }

  Partition partition(EntryKey key) {
    return partitions.of(key.hash());
  }

  /** Counts what an entry adds, and splits a partition that has become too large. */
  void grow(LogEntry entry) {
    Partition partition = partition(entry.key());
    partition.bytes += size(entry.after()) - size(entry.before());
    if (partition.bytes > region.settings().partitionBytes()) {
      synchronized (region) {
        splitUnlessHeld(partition);
      }
    }
  }

  private static long size(@Nullable AttributeMap item) {
    return item == null ? 0 : item.sizeBytes();
  }

  /** The halves that took the partition's place; none if a write waits in it, or it is tiny. */
  List<Integer> splitUnlessHeld(Partition partition) {
    long middle = partition.low + Long.divideUnsigned(partition.high - partition.low, 2);
    return partition.low == partition.high ? List.of() : cut(partition, middle + 1);
  }

  /** Has a partition begin at a hash, unless one does or a write waits in the one that has it. */
  void splitAt(long hash) {
    Partition partition = partitions.of(hash);
    if (partition.low != hash) {
      List<Integer> unused = cut(partition, hash);
    }
  }

  private List<Integer> cut(Partition partition, long firstOfUpper) {
    if (partition.held != null) {
      return List.of();
    }
    Partition lower = partition.part(ids++, partition.low, firstOfUpper - 1);
    Partition upper = partition.part(ids++, firstOfUpper, partition.high);
    Zone drawn = drawLeader(upper.id);
    if (region.canLead(upper, drawn)) {
      upper.leader = drawn;
    }
    partitions = partitions.split(partition, lower, upper);
    return List.of(lower.id, upper.id);
  }

  @Override
  public boolean isPlain() {
    return region.isPlain();
  }

  @Override
  public boolean keepsVersions() {
    return region.keepsVersions();
  }

  @Override
  public boolean hasOwnClocks() {
    return region.time().isSkewed();
  }

  @Override
  public @Nullable Instant timeAt(EntryKey key) {
    if (!region.time().isSkewed()) {
      return null;
    }
    synchronized (region) {
      return region.clockOf(partition(key).leader).instant();
    }
  }

  @Override
  public void beforeWrite(EntryKey key) {
    if (!isPlain()) {
      synchronized (region) {
        region.requireLeader(this, partition(key));
      }
    }
  }

  @Override
  public View view(boolean consistent, long lowHash, long highHash) {
    synchronized (region) {
      List<Partition> read = new ArrayList<>(1);
      for (Partition partition : partitions.all()) {
        if (partition.overlaps(lowHash, highHash)) {
          read.add(partition);
        }
      }
      long draw = consistent ? 0 : draw();
      return view(
          read,
          partition ->
              consistent
                  ? region.strongPosition(this, partition)
                  : region.eventualPosition(this, partition, draw));
    }
  }

  @Override
  public View indexView() {
    synchronized (region) {
      region.requireAnyZone();
      return view(partitions.all(), partition -> region.position(partition, ReplicaLog.INDEXES));
    }
  }

  private static View view(List<Partition> read, ToLongFunction<Partition> positions) {
    long[] highs = new long[read.size()];
    long[] seen = new long[read.size()];
    for (int i = 0; i < seen.length; i++) {
      highs[i] = read.get(i).high;
      seen[i] = positions.applyAsLong(read.get(i));
    }
    return hash -> {
      int i = 0;
      while (i < highs.length - 1 && Long.compareUnsigned(hash, highs[i]) > 0) {
        i++;
      }
      return seen[i];
    };
  }

  @Override
  public long slowest(long hash) {
    synchronized (region) {
      long slowest = Long.MAX_VALUE;
      Partition partition = partitions.of(hash);
      for (int zone = 0; zone < Zone.COUNT; zone++) {
        slowest = Math.min(slowest, region.position(partition, zone));
      }
      return slowest;
    }
  }

  @Override
  public long slowestIndex(long hash) {
    synchronized (region) {
      return region.position(partitions.of(hash), ReplicaLog.INDEXES);
    }
  }
}
