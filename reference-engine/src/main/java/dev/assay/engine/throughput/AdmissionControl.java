package dev.assay.engine.throughput;

import dev.assay.engine.capacity.IndexUnits;
import dev.assay.engine.capacity.Units;
import dev.assay.engine.insights.KeyUsage;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.IndexChange;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.TableObserver;
import dev.assay.engine.store.Write;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.DoubleAdder;
import org.jspecify.annotations.Nullable;

/**
 * Admits requests to the tables of one region as long as their capacity lasts, and throttles the
 * others. Unless it is enforced everything is admitted; unless it is to count, too, nothing is
 * counted then.
 *
 * <p>What a request needs it is charged when it is done; until then it has only to find some
 * capacity left. Safe for use by several threads.
 */
public final class AdmissionControl implements TableObserver {
  private final Clock clock;
  private final KeyUsage usage;
  private final ConcurrentMap<Table, TableMeters> meters = new ConcurrentHashMap<>();
  private volatile Heat hot = (table, hash) -> {};
  private volatile boolean enforced;
  private volatile boolean counted;

  /** Whether anything is charged at all. */
  private volatile boolean charging;

  /**
   * @param usage told of what is throttled
   */
  public AdmissionControl(Clock clock, KeyUsage usage, boolean enforced) {
    this.clock = clock;
    this.usage = usage;
    this.enforced = enforced;
    this.charging = enforced;
  }

  /** Follows partitions that are split because they stayed above their ceiling. */
  public interface Heat {
    /**
     * @param hash the first of the upper part
     */
    void split(Table table, long hash);
  }

  /** Tells somebody of partitions that are split by load; no lock of this class is held then. */
  public void whenHot(Heat follower) {
    hot = follower;
  }

  /** Whether anything is throttled at all. */
  public boolean isEnforced() {
    return enforced;
  }

  /** Starts with full buckets, or stops, throttling. */
  public synchronized void enforce(boolean on) {
    if (on != enforced) {
      meters.values().forEach(TableMeters::refill);
      enforced = on;
      charging = on || counted;
    }
  }

  /** Counts what is consumed also while nothing is throttled, for auto scaling, or does not. */
  public synchronized void count(boolean on) {
    counted = on;
    charging = on || enforced;
  }

  /**
   * Goes on only if there is capacity to read.
   *
   * @param index null for the table itself; a local index shares the table's capacity
   * @param hash where the read begins
   * @param key the key that is read, for those who count throttled keys
   * @throws dev.assay.engine.error.ServiceException if it is throttled
   */
  public void requireRead(
      Table table, @Nullable SecondaryIndex index, long hash, AttributeMap key) {
    if (enforced) {
      require(table, globalOrNull(index), Direction.READ, hash, key);
    }
  }

  /** Charges what was read. */
  public void chargeRead(Table table, @Nullable SecondaryIndex index, long hash, double units) {
    if (charging && units > 0) {
      charge(table, globalOrNull(index), Direction.READ, hash, units);
    }
  }

  /**
   * Goes on only if the table has capacity to write.
   *
   * @throws dev.assay.engine.error.ServiceException if it is throttled
   */
  public void requireWrite(Table table, EntryKey key) {
    if (enforced) {
      require(table, null, Direction.WRITE, key.hash(), attributes(table, key));
    }
  }

  /**
   * Goes on only if every global index that the write changes has capacity too: an index that falls
   * behind holds back the writes to its table.
   *
   * @throws dev.assay.engine.error.ServiceException if it is throttled
   */
  public void requireIndexWrites(
      Table table, EntryKey key, @Nullable AttributeMap before, @Nullable AttributeMap after) {
    if (!enforced) {
      return;
    }
    for (SecondaryIndex index : table.definition().globalIndexes()) {
      EntryKey old = before == null ? null : EntryKey.inIndex(index.key(), before, key);
      EntryKey fresh = after == null ? null : EntryKey.inIndex(index.key(), after, key);
      EntryKey touched = fresh == null ? old : fresh;
      if (touched != null && !Objects.equals(before, after)) {
        AttributeMap item = after == null ? attributes(table, key) : after;
        require(table, index, Direction.WRITE, touched.hash(), item);
      }
    }
  }

  /**
   * Charges a write and what it changed in global indexes.
   *
   * @param factor 1, or 2 in a transaction
   */
  public void chargeWrite(Table table, EntryKey key, Write write, double factor) {
    if (!charging) {
      return;
    }
    double units = factor * Units.write(write.billedBytes());
    for (IndexChange change : write.indexChanges()) {
      double indexUnits = IndexUnits.of(change);
      if (!change.index().isGlobal()) {
        units += indexUnits;
      } else if (indexUnits > 0) {
        AttributeMap image = change.after() == null ? change.before() : change.after();
        EntryKey place = image == null ? null : EntryKey.inIndex(change.index().key(), image, key);
        charge(
            table,
            change.index(),
            Direction.WRITE,
            place == null ? key.hash() : place.hash(),
            indexUnits);
      }
    }
    charge(table, null, Direction.WRITE, key.hash(), units);
  }

  /**
   * Charges what only looked at its item: a condition that did not hold, a transaction's check.
   *
   * @param factor 1, or 2 in a transaction
   */
  public void chargeLook(Table table, EntryKey key, @Nullable AttributeMap before, double factor) {
    if (charging) {
      double units = factor * Units.write(before == null ? 0 : before.sizeBytes());
      charge(table, null, Direction.WRITE, key.hash(), units);
    }
  }

  private static AttributeMap attributes(Table table, EntryKey key) {
    KeySchema schema = table.definition().key();
    AttributeMap.Builder attributes = AttributeMap.builder();
    attributes.put(schema.partition().getFirst().name(), key.partition());
    AttributeValue sort = key.sort();
    if (sort != null) {
      attributes.put(schema.sort().getFirst().name(), sort);
    }
    return attributes.build();
  }

  private void require(
      Table table,
      @Nullable SecondaryIndex index,
      Direction direction,
      long hash,
      AttributeMap key) {
    Allowance allowance = Allowance.of(table.definition().settings(), index, direction);
    Instant now = clock.instant();
    TableMeters all = meters(table);
    Limit exceeded = all.of(index, direction).exceeded(allowance, hash, now);
    if (exceeded != null) {
      all.tell(cut -> hot.split(table, cut));
      String name = index == null ? null : index.name();
      usage.throttled(table, name, key);
      throw Refusals.of(table, name, direction, exceeded, allowance.provisioned());
    }
  }

  private void charge(
      Table table, @Nullable SecondaryIndex index, Direction direction, long hash, double units) {
    TableMeters all = meters(table);
    if (enforced) {
      Allowance allowance = Allowance.of(table.definition().settings(), index, direction);
      all.of(index, direction).charge(allowance, hash, units, clock.instant());
    }
    all.consumed(index, direction).add(units);
  }

  /**
   * Units used since it was last asked, for auto scaling.
   *
   * @param index null for the table itself
   */
  public double takeConsumed(Table table, @Nullable String index, boolean writes) {
    DoubleAdder adder =
        meters(table)
            .consumed(
                index == null ? null : table.definition().index(index).orElse(null),
                writes ? Direction.WRITE : Direction.READ);
    return adder.sumThenReset();
  }

  private TableMeters meters(Table table) {
    return meters.computeIfAbsent(table, each -> new TableMeters());
  }

  private static @Nullable SecondaryIndex globalOrNull(@Nullable SecondaryIndex index) {
    return index != null && index.isGlobal() ? index : null;
  }

  @Override
  public void added(Table table) {
    // Meters are made when they are first needed.
  }

  @Override
  public void redefined(Table table, TableDefinition before) {
    // What a meter allows is read from the definition at each use.
  }

  @Override
  public void removed(Table table) {
    meters.remove(table);
  }
}
