package dev.assay.engine.item;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.capacity.CapacityReport;
import dev.assay.engine.capacity.ConsumedCapacity;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Tables;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts and deletes up to 25 items, each on its own. */
public final class BatchWriteItem implements Operation {
  @Override
  public String name() {
    return "BatchWriteItem";
  }

  @Override
  public void execute(Call call) {
    BatchWriteRequest request = BatchWriteRequest.read(call.in());
    request.check();
    request
        .tables()
        .forEach(
            (table, all) ->
                call.authorize(
                    () ->
                        ItemAccess.ofBatchWrite(
                                call.region(),
                                table,
                                all.stream().map(BatchWriteRequest.Write::subject).toList())
                            .returnConsumedCapacity(request.returnConsumedCapacity())));
    List<PreparedWrite> writes = new ArrayList<>();
    for (Map.Entry<String, List<BatchWriteRequest.Write>> entry : request.tables().entrySet()) {
      prepare(Tables.resolve(call.region(), entry.getKey()), entry.getValue(), writes);
    }
    Map<String, ConsumedCapacity> capacities = new LinkedHashMap<>();
    for (PreparedWrite write : writes) {
      String table = write.table().definition().name();
      capacities
          .computeIfAbsent(table, ConsumedCapacity::new)
          .addWrite(SingleWrite.apply(write, call), 1);
    }
    respond(call, request, writes, capacities);
  }

  private static void prepare(
      Table table, List<BatchWriteRequest.Write> requests, List<PreparedWrite> writes) {
    Set<EntryKey> seen = new HashSet<>();
    for (BatchWriteRequest.Write request : requests) {
      PreparedWrite write =
          switch (request) {
            case BatchWriteRequest.Put put -> putting(table, put.item().attributes());
            case BatchWriteRequest.Delete delete ->
                new Deleting(
                    table,
                    Keys.ofKey(table.definition().key(), delete.key().attributes()),
                    Guard.NONE);
          };
      if (!seen.add(write.key())) {
        throw ServiceException.validation("Provided list of item keys contains duplicates");
      }
      writes.add(write);
    }
  }

  /** A put whose key does not fit is worded like a delete's (fact 54). */
  private static Putting putting(Table table, AttributeMap item) {
    for (KeyAttribute attribute : table.definition().key().attributes()) {
      AttributeValue value = item.find(attribute.name());
      if (value == null || value.type() != attribute.type()) {
        throw ServiceException.validation(Keys.MISMATCH);
      }
    }
    return Putting.of(table, item, Guard.NONE);
  }

  private static void respond(
      Call call,
      BatchWriteRequest request,
      List<PreparedWrite> writes,
      Map<String, ConsumedCapacity> capacities) {
    JsonWriter out = call.out().startObject();
    out.startObject("UnprocessedItems").endObject();
    if ("SIZE".equals(request.returnItemCollectionMetrics())) {
      ItemCollection.writeByTable(writes, out);
    }
    CapacityReport report = CapacityReport.of(request.returnConsumedCapacity());
    if (report != CapacityReport.NONE) {
      out.startArray("ConsumedCapacity");
      capacities.values().forEach(capacity -> capacity.write(report, false, out));
      out.endArray();
    }
    out.endObject();
  }
}
