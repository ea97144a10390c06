package dev.assay.engine.control;

import dev.assay.engine.api.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of provisioned capacity that no request asked for, made as UpdateTable makes it. */
public final class CapacityUpdate {
  private CapacityUpdate() {}

  /**
   * Begins it.
   *
   * @param index null for the table itself
   * @throws dev.assay.engine.error.ServiceException as UpdateTable throws it, such as for one
   *     decrease too many on a day
   */
  public static void set(
      Region region, String table, @Nullable String index, long readUnits, long writeUnits) {
    ThroughputRequest units = new ThroughputRequest(readUnits, writeUnits);
    UpdateTableRequest request = new UpdateTableRequest();
    request.tableName = table;
    if (index == null) {
      request.throughput = units;
    } else {
      request.indexUpdates =
          List.of(
              new IndexUpdate(new IndexRequest(index, null, null, units, null, null), null, null));
    }
    UpdateTable.Shown unused = UpdateTable.begin(region, request);
  }
}
