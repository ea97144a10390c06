package dev.assay.engine.throughput;

import dev.assay.engine.table.SecondaryIndex;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The meters of one table and of its global indexes. */
final class TableMeters {
  private static final String TABLE = "";

  private record Place(String index, Direction direction) {}

  private final ConcurrentMap<Place, Meter> meters = new ConcurrentHashMap<>();
  private final ConcurrentMap<Place, DoubleAdder> consumed = new ConcurrentHashMap<>();

  /** Where partitions of the table itself were cut by their heat, and nobody has been told yet. */
  private final Queue<Long> cuts = new ConcurrentLinkedQueue<>();

  Meter of(@Nullable SecondaryIndex index, Direction direction) {
    return meters.computeIfAbsent(
        place(index, direction),
        place -> new Meter(direction, index == null ? cuts::add : hash -> {}));
  }

  /**
   * Tells of the cuts that nobody was told of, without any lock of this table's meters: whoever
   * listens takes locks of its own.
   */
  void tell(LongConsumer listener) {
    for (Long cut = cuts.poll(); cut != null; cut = cuts.poll()) {
      listener.accept(cut);
    }
  }

  /** Has every meter begin anew; what was consumed stays. */
  void refill() {
    meters.clear();
  }

  DoubleAdder consumed(@Nullable SecondaryIndex index, Direction direction) {
    return consumed.computeIfAbsent(place(index, direction), place -> new DoubleAdder());
  }

  private static Place place(@Nullable SecondaryIndex index, Direction direction) {
    return new Place(index == null ? TABLE : index.name(), direction);
  }
}
