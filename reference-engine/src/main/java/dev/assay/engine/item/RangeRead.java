package dev.assay.engine.item;

import dev.assay.engine.api.Region;
import dev.assay.engine.capacity.ConsumedCapacity;
import dev.assay.engine.capacity.Units;
import dev.assay.engine.insights.KeyUsage;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.throughput.AdmissionControl;
import dev.assay.engine.value.AttributeMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The reading of one page, and what it cost.
 *
 * @param items what the page returns, projected
 * @param scanned entries that were read
 * @param lastKey where the next page begins, or null if there is none
 */
public record RangeRead(
    List<AttributeMap> items,
    int scanned,
    @Nullable AttributeMap lastKey,
    ConsumedCapacity capacity) {

  /**
   * Reads a page.
   *
   * @param range the entries to read, in order
   * @param limit most entries to read
   * @param hash of the partition where it begins
   */
  public static RangeRead of(
      RangeSource source,
      Iterable<Map.Entry<EntryKey, AttributeMap>> range,
      int limit,
      boolean consistent,
      Selection selection,
      Region region,
      long hash) {
    KeyUsage usage = region.keyUsage();
    AdmissionControl admission = region.admission();
    admission.requireRead(source.table(), source.index(), hash, AttributeMap.EMPTY);
    ConsumedCapacity capacity = new ConsumedCapacity(source.table().definition().name());
    boolean fetches = selection.fetchesFromTable(source);
    List<AttributeMap> items = new ArrayList<>();
    double[] fetchedUnits = new double[1];
    Page page =
        Page.read(
            range,
            limit,
            (key, entry) -> {
              AttributeMap item = entry;
              usage.read(source.table(), source.indexName(), entry);
              if (fetches && key.tableKey() != null) {
                AttributeMap whole = source.table().read(key.tableKey(), consistent);
                if (whole != null) {
                  item = whole;
                  fetchedUnits[0] += Units.read(whole.sizeBytes(), consistent);
                }
              }
              if (selection.passes(item)) {
                items.add(selection.countsOnly() ? AttributeMap.EMPTY : selection.of(item));
              }
            });
    double units = Units.read(page.scannedBytes(), consistent);
    if (source.index() == null) {
      capacity.addTableRead(units);
      admission.chargeRead(source.table(), null, hash, units);
    } else {
      capacity.addIndexRead(source.index(), units);
      capacity.addTableRead(fetchedUnits[0]);
      admission.chargeRead(source.table(), source.index(), hash, units);
      admission.chargeRead(source.table(), null, hash, fetchedUnits[0]);
    }
    return new RangeRead(
        items,
        page.scanned(),
        page.last() == null ? null : source.lastKey(page.last().getValue()),
        capacity);
  }

  /** Writes the members that Query and Scan have in common. */
  void write(ItemRequest request, Selection selection, JsonWriter out) {
    out.startObject();
    if (!selection.countsOnly()) {
      out.items("Items", items);
    }
    out.member("Count", items.size()).member("ScannedCount", scanned);
    if (lastKey != null) {
      out.attributes("LastEvaluatedKey", lastKey);
    }
    capacity.writeMember(
        dev.assay.engine.capacity.CapacityReport.of(request.returnConsumedCapacity), out);
    out.endObject();
  }
}
