package dev.assay.engine.transact;

import dev.assay.engine.api.Region;
import dev.assay.engine.capacity.ConsumedCapacity;
import dev.assay.engine.capacity.Units;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.item.PreparedWrite;
import dev.assay.engine.store.Attachment;
import dev.assay.engine.store.Commit;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.TableLocks;
import dev.assay.engine.store.Write;
import dev.assay.engine.store.WriteMeta;
import dev.assay.engine.value.AttributeMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Applies several writes at once: under the locks of all their tables each is evaluated against its
 * item, and only if none is refused are they all appended to the log.
 */
public final class AtomicWrite {
  private static final double TRANSACTION_FACTOR = 2;

  private final Map<String, ConsumedCapacity> capacities = new LinkedHashMap<>();
  private final Map<String, List<Long>> sizes = new LinkedHashMap<>();

  private AtomicWrite() {}

  /**
   * Applies the writes.
   *
   * @param writes in the order of the request; null where {@code cancellation} already has a reason
   * @param seal makes what is to be committed with them
   * @throws ServiceException TransactionCanceledException if any is refused
   */
  public static AtomicWrite of(
      Region region,
      List<? extends @Nullable PreparedWrite> writes,
      Cancellation cancellation,
      TokenSeal seal) {
    List<Table> tables = new ArrayList<>();
    for (PreparedWrite write : writes) {
      if (write != null) {
        write.table().beforeTransaction();
        tables.add(write.table());
      }
    }
    return TableLocks.holding(
        tables, () -> new AtomicWrite().apply(region, writes, cancellation, seal));
  }

  private AtomicWrite apply(
      Region region,
      List<? extends @Nullable PreparedWrite> writes,
      Cancellation cancellation,
      TokenSeal seal) {
    List<@Nullable AttributeMap> befores = new ArrayList<>();
    List<@Nullable AttributeMap> afters = new ArrayList<>();
    for (int i = 0; i < writes.size(); i++) {
      PreparedWrite write = writes.get(i);
      if (write != null) {
        write.table().requireWritable(write.key());
      }
      AttributeMap before = write == null ? null : write.table().find(write.key());
      AttributeMap after = null;
      try {
        if (write != null) {
          region.admission().requireWrite(write.table(), write.key());
          after = write.evaluate(before);
          region.admission().requireIndexWrites(write.table(), write.key(), before, after);
        }
      } catch (ServiceException refusal) {
        cancellation.note(i, refusal);
      }
      befores.add(before);
      afters.add(after);
    }
    cancellation.check();
    Commit commit = new Commit(WriteMeta.ofTransaction(time(region, writes), region.uuids().get()));
    int[] places = new int[writes.size()];
    for (int i = 0; i < writes.size(); i++) {
      PreparedWrite write = writes.get(i);
      places[i] =
          write == null || !write.writes()
              ? -1
              : commit.add(write.table(), write.key(), befores.get(i), afters.get(i));
      if (write != null) {
        measure(write.table().definition().name(), befores.get(i), afters.get(i));
      }
    }
    Attachment token = seal.of(sizes());
    if (token != null) {
      commit.attach(token);
    }
    List<Write> written = commit.apply();
    for (int i = 0; i < writes.size(); i++) {
      PreparedWrite write = writes.get(i);
      if (write != null) {
        Write done = places[i] < 0 ? Write.NOTHING : written.get(places[i]);
        count(write, befores.get(i), done);
        if (write.writes()) {
          region.admission().chargeWrite(write.table(), write.key(), done, TRANSACTION_FACTOR);
        } else {
          region
              .admission()
              .chargeLook(write.table(), write.key(), befores.get(i), TRANSACTION_FACTOR);
        }
      }
    }
    return this;
  }

  /** By the clock of the leader that has the first write. */
  private static Instant time(Region region, List<? extends @Nullable PreparedWrite> writes) {
    for (PreparedWrite write : writes) {
      if (write != null) {
        return write.table().timeAt(write.key(), region.clock());
      }
    }
    return region.clock().instant();
  }

  private void count(PreparedWrite write, @Nullable AttributeMap before, Write written) {
    String table = write.table().definition().name();
    ConsumedCapacity capacity = capacities.computeIfAbsent(table, ConsumedCapacity::new);
    long beforeBytes = before == null ? 0 : before.sizeBytes();
    if (write.writes()) {
      capacity.addWrite(written, TRANSACTION_FACTOR);
    } else {
      // A check costs as much as writing the item that it looks at (facts 96 and 106).
      capacity.addTableWrite(TRANSACTION_FACTOR * Units.write(beforeBytes));
    }
  }

  private void measure(String table, @Nullable AttributeMap before, @Nullable AttributeMap after) {
    sizes
        .computeIfAbsent(table, name -> new ArrayList<>())
        .add(
            Math.max(
                before == null ? 0L : before.sizeBytes(), after == null ? 0L : after.sizeBytes()));
  }

  /** What it consumed of each table. */
  public Iterable<ConsumedCapacity> capacities() {
    return capacities.values();
  }

  /** What a replay is billed for. */
  public List<TableSizes> sizes() {
    List<TableSizes> tables = new ArrayList<>();
    sizes.forEach((table, bytes) -> tables.add(new TableSizes(table, bytes)));
    return tables;
  }

  /** What the replay of a finished transaction consumes: the reading of its items (fact 97). */
  public static List<ConsumedCapacity> replayed(List<TableSizes> tables) {
    List<ConsumedCapacity> capacities = new ArrayList<>();
    for (TableSizes table : tables) {
      ConsumedCapacity capacity = new ConsumedCapacity(table.table());
      for (long bytes : table.itemBytes()) {
        capacity.addTableRead(TRANSACTION_FACTOR * Units.read(bytes, true));
      }
      capacities.add(capacity);
    }
    return capacities;
  }
}
