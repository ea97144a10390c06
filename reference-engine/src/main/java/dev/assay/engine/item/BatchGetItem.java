package dev.assay.engine.item;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.capacity.CapacityReport;
import dev.assay.engine.capacity.ConsumedCapacity;
import dev.assay.engine.capacity.Units;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.Projection;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Tables;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.throughput.AdmissionControl;
import dev.assay.engine.value.AttributeMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads up to a hundred items by their keys, from one table or several. */
public final class BatchGetItem implements Operation {
  /** A response holds at most this many bytes of items; the other keys come back unprocessed. */
  private static final long MAX_RESPONSE_BYTES = 16L * 1024 * 1024;

  @Override
  public String name() {
    return "BatchGetItem";
  }

  @Override
  public void execute(Call call) {
    BatchGetRequest request = BatchGetRequest.read(call.in());
    request.check(Layer.BARE.reading(call.in().readLeniently()));
    request
        .tables()
        .forEach(
            (table, keys) ->
                call.authorize(
                    () ->
                        ItemAccess.ofRead(
                                call.region(), name(), table, keys.keyMaps(), keys.projection())
                            .returnConsumedCapacity(request.returnConsumedCapacity())));
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<String, BatchGetRequest.Keys> entry : request.tables().entrySet()) {
      parts.add(Part.of(call, entry.getKey(), entry.getValue()));
    }
    respond(call, request, parts);
  }

  /** What is wanted of one table. */
  private record Part(
      String name,
      Table table,
      BatchGetRequest.Keys request,
      List<EntryKey> keys,
      @Nullable Projection projection) {

    static Part of(Call call, String name, BatchGetRequest.Keys request) {
      Table table = Tables.resolve(call.region(), name);
      if (request.isConsistent()) {
        table.beforeStrongRead();
      }
      List<EntryKey> keys = new ArrayList<>();
      Set<EntryKey> seen = new HashSet<>();
      for (AttributeMap key : request.keyMaps()) {
        EntryKey entryKey = Keys.ofKey(table.definition().key(), key);
        if (!seen.add(entryKey)) {
          throw ServiceException.validation("Provided list of item keys contains duplicates");
        }
        keys.add(entryKey);
      }
      return new Part(name, table, request, keys, request.projection());
    }
  }

  private static void respond(Call call, BatchGetRequest request, List<Part> parts) {
    JsonWriter out = call.out().startObject().startObject("Responses");
    Budget budget = new Budget();
    List<ConsumedCapacity> capacities = new ArrayList<>();
    List<Rest> rests = new ArrayList<>();
    Throttle throttle = new Throttle(call.region().admission());
    for (Part part : parts) {
      ConsumedCapacity capacity = new ConsumedCapacity(part.table().definition().name());
      out.startArray(part.name());
      int done = 0;
      for (EntryKey key : part.keys()) {
        if (!throttle.admits(part.table(), key, part.request().keyMaps().get(done))) {
          break;
        }
        AttributeMap item = part.table().read(key, part.request().isConsistent());
        if (!budget.take(item)) {
          break;
        }
        call.region().keyUsage().read(part.table(), null, part.request().keyMaps().get(done));
        done++;
        double units =
            Units.read(item == null ? 0 : item.sizeBytes(), part.request().isConsistent());
        throttle.charge(part.table(), key, units);
        capacity.addTableRead(units);
        if (item != null) {
          out.attributes(part.projection() == null ? item : part.projection().apply(item));
        }
      }
      out.endArray();
      if (done > 0) {
        capacities.add(capacity);
      }
      if (done < part.keys().size()) {
        rests.add(new Rest(part, done));
      }
    }
    throttle.refuseIfNothingWasRead();
    out.endObject().startObject("UnprocessedKeys");
    rests.forEach(rest -> rest.part().request().writeFrom(rest.part().name(), rest.from(), out));
    out.endObject();
    CapacityReport report = CapacityReport.of(request.returnConsumedCapacity());
    if (report != CapacityReport.NONE) {
      out.startArray("ConsumedCapacity");
      capacities.forEach(capacity -> capacity.write(report, false, out));
      out.endArray();
    }
    out.endObject();
  }

  private record Rest(Part part, int from) {}

  /** What is throttled comes back unprocessed; only if nothing else was read it is an error. */
  private static final class Throttle {
    private final AdmissionControl admission;
    private @Nullable ServiceException refusal;
    private boolean anyRead;

    Throttle(AdmissionControl admission) {
      this.admission = admission;
    }

    boolean admits(Table table, EntryKey key, AttributeMap attributes) {
      try {
        admission.requireRead(table, null, key.hash(), attributes);
        return true;
      } catch (ServiceException throttled) {
        refusal = throttled;
        return false;
      }
    }

    void charge(Table table, EntryKey key, double units) {
      anyRead = true;
      admission.chargeRead(table, null, key.hash(), units);
    }

    void refuseIfNothingWasRead() {
      if (!anyRead && refusal != null) {
        throw refusal;
      }
    }
  }

  /** Counts the bytes of a response; the first item always fits. */
  private static final class Budget {
    private long bytes;

    boolean take(@Nullable AttributeMap item) {
      long size = item == null ? 0 : item.sizeBytes();
      if (bytes > 0 && bytes + size > MAX_RESPONSE_BYTES) {
        return false;
      }
      bytes += size;
      return true;
    }
  }
}
