package dev.assay.engine.throughput;

import dev.assay.engine.table.SecondaryIndex;
import java.util.concurrent.ConcurrentHashMap;
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

  private final LongConsumer split;

  /**
   * @param split told where a partition of the table itself is split by its heat
   */
  TableMeters(LongConsumer split) {
    this.split = split;
  }

  Meter of(@Nullable SecondaryIndex index, Direction direction) {
    return meters.computeIfAbsent(
        place(index, direction), place -> new Meter(direction, index == null ? split : hash -> {}));
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
