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
import dev.assay.engine.store.Write;
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
    List<Wanted> wanted = new ArrayList<>();
    for (Map.Entry<String, List<BatchWriteRequest.Write>> entry : request.tables().entrySet()) {
      prepare(
          entry.getKey(), Tables.resolve(call.region(), entry.getKey()), entry.getValue(), wanted);
    }
    Map<String, ConsumedCapacity> capacities = new LinkedHashMap<>();
    List<PreparedWrite> writes = new ArrayList<>();
    Map<String, List<BatchWriteRequest.Write>> unprocessed = new LinkedHashMap<>();
    ServiceException throttled = null;
    for (Wanted each : wanted) {
      String table = each.write().table().definition().name();
      try {
        Write done = SingleWrite.apply(each.write(), call);
        capacities.computeIfAbsent(table, ConsumedCapacity::new).addWrite(done, 1);
        writes.add(each.write());
      } catch (ServiceException refusal) {
        if (!refusal.isThrottling()) {
          throw refusal;
        }
        throttled = refusal;
        unprocessed.computeIfAbsent(each.table(), name -> new ArrayList<>()).add(each.request());
      }
    }
    if (writes.isEmpty() && throttled != null) {
      throw throttled;
    }
    respond(call, request, writes, unprocessed, capacities);
  }

  /** One write of the batch, as asked for and as it can be applied. */
  private record Wanted(String table, BatchWriteRequest.Write request, PreparedWrite write) {}

  private static void prepare(
      String name, Table table, List<BatchWriteRequest.Write> requests, List<Wanted> wanted) {
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
      wanted.add(new Wanted(name, request, write));
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
      Map<String, List<BatchWriteRequest.Write>> unprocessed,
      Map<String, ConsumedCapacity> capacities) {
    JsonWriter out = call.out().startObject();
    out.startObject("UnprocessedItems");
    unprocessed.forEach(
        (table, requests) -> {
          out.startArray(table);
          requests.forEach(each -> each.writeTo(out));
          out.endArray();
        });
    out.endObject();
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
