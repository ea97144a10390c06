package dev.assay.engine.partiql;

import dev.assay.engine.api.Region;
import dev.assay.engine.capacity.ConsumedCapacity;
import dev.assay.engine.capacity.Units;
import dev.assay.engine.expression.KeyRange;
import dev.assay.engine.insights.KeyUsage;
import dev.assay.engine.item.KeyStretch;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.throughput.AdmissionControl;
import dev.assay.engine.value.AttributeMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One page of a SELECT. Limit and cost count what is read, before WHERE and before the columns. */
final class SelectPage {
  /** The entry that reaches this many bytes is the last of its page. */
  private static final long MAX_BYTES = 1024 * 1024;

  private final KeyUsage usage;
  private final AdmissionControl admission;
  private final SelectPlan plan;
  private final int limit;
  private final boolean consistent;
  private final ConsumedCapacity capacity;
  private final List<AttributeMap> rows = new ArrayList<>();
  private int read;
  private long bytes;
  private @Nullable Position next;

  /**
   * Where a page ended.
   *
   * @param range the index of the range
   * @param lastKey the key of the last entry that was read
   */
  record Position(int range, AttributeMap lastKey) {}

  private SelectPage(SelectPlan plan, int limit, boolean consistent, Region region) {
    this.usage = region.keyUsage();
    this.admission = region.admission();
    this.plan = plan;
    this.limit = limit;
    this.consistent = consistent;
    this.capacity = new ConsumedCapacity(plan.source().table().definition().name());
  }

  /**
   * Reads a page.
   *
   * @param from where the page before ended; null for the first
   * @param limit most entries to read
   * @param region whose capacity it uses
   */
  static SelectPage read(
      SelectPlan plan, @Nullable Position from, int limit, boolean consistent, Region region) {
    SelectPage page = new SelectPage(plan, limit, consistent, region);
    if (plan.ranges() == null) {
      page.readScan(from);
    } else {
      page.readRanges(plan.ranges(), from);
    }
    return page;
  }

  List<AttributeMap> rows() {
    return rows;
  }

  ConsumedCapacity capacity() {
    return capacity;
  }

  /** Where the next page begins; null if this was the last. */
  @Nullable Position next() {
    return next;
  }

  private void readScan(@Nullable Position from) {
    EntryKey start = start(from);
    boolean unused =
        readRange(
            0,
            start == null ? 0 : start.hash(),
            plan.source().entries().between(start, null, true));
  }

  private void readRanges(List<KeyRange> ranges, @Nullable Position from) {
    int first = from == null ? 0 : from.range();
    for (int i = first; i < ranges.size(); i++) {
      EntryKey start = from != null && i == first ? start(from) : null;
      boolean ended =
          readRange(
              i,
              EntryKey.bound(ranges.get(i).partition(), List.of(), 0).hash(),
              new KeyStretch(ranges.get(i)).of(plan.source().entries(), !plan.descending(), start));
      if (ended) {
        return;
      }
    }
  }

  private @Nullable EntryKey start(@Nullable Position from) {
    if (from == null) {
      return null;
    }
    EntryKey start = plan.source().startAfter(from.lastKey());
    if (start == null) {
      throw NextToken.invalid();
    }
    return start;
  }

  /** Reads one range; whether the page ended in it. */
  private boolean readRange(
      int range, long hash, Iterable<Map.Entry<EntryKey, AttributeMap>> entries) {
    admission.requireRead(plan.source().table(), plan.source().index(), hash, AttributeMap.EMPTY);
    long before = bytes;
    double fetched = 0;
    for (Map.Entry<EntryKey, AttributeMap> entry : entries) {
      AttributeMap item = entry.getValue();
      read++;
      usage.read(plan.source().table(), plan.source().indexName(), item);
      bytes += item.sizeBytes();
      EntryKey tableKey = entry.getKey().tableKey();
      if (plan.fetches() && tableKey != null) {
        AttributeMap whole = plan.source().table().read(tableKey, consistent);
        if (whole != null) {
          item = whole;
          fetched += Units.read(whole.sizeBytes(), consistent);
        }
      }
      add(item);
      if (read >= limit || bytes >= MAX_BYTES) {
        next = new Position(range, plan.source().lastKey(entry.getValue()));
        break;
      }
    }
    double units = Units.read(bytes - before, consistent);
    admission.chargeRead(plan.source().table(), plan.source().index(), hash, units);
    if (plan.source().index() == null) {
      capacity.addTableRead(units);
    } else {
      capacity.addIndexRead(plan.source().index(), units);
      capacity.addTableRead(fetched);
    }
    return next != null;
  }

  private void add(AttributeMap item) {
    Statement.Select select = plan.select();
    if (select.where() == null || select.where().test(item)) {
      rows.add(row(item));
    }
  }

  /** All columns of an index are those that it holds, even where the item had to be fetched. */
  private AttributeMap row(AttributeMap item) {
    Columns columns = plan.select().columns();
    if (columns != null) {
      return columns.apply(item);
    }
    if (plan.fetches() && plan.source().index() != null) {
      return plan.source()
          .index()
          .projection()
          .of(item, plan.source().table().definition().key(), plan.source().key());
    }
    return item;
  }
}
