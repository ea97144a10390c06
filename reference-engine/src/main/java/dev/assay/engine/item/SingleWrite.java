package dev.assay.engine.item;

import dev.assay.engine.api.Call;
import dev.assay.engine.capacity.CapacityReport;
import dev.assay.engine.capacity.ConsumedCapacity;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.Write;
import dev.assay.engine.store.WriteMeta;
import dev.assay.engine.throughput.AdmissionControl;
import dev.assay.engine.value.AttributeMap;
import org.jspecify.annotations.Nullable;

/** What PutItem, UpdateItem and DeleteItem do alike: apply one write and report on it. */
public final class SingleWrite {
  private SingleWrite() {}

  /** Applies a write at once and alone. */
  public static Write apply(PreparedWrite prepared, Call call) {
    Table table = prepared.table();
    return table.writing(
        prepared.key(),
        () -> {
          EntryKey key = prepared.key();
          AdmissionControl admission = call.region().admission();
          admission.requireWrite(table, key);
          AttributeMap before = table.find(key);
          AttributeMap after = evaluate(prepared, before, admission);
          admission.requireIndexWrites(table, key, before, after);
          Write write =
              table.append(
                  key, before, after, WriteMeta.ofClient(table.timeAt(key, call.region().clock())));
          admission.chargeWrite(table, key, write, 1);
          return write;
        });
  }

  /** A write whose condition does not hold has cost what looking at its item costs. */
  private static @Nullable AttributeMap evaluate(
      PreparedWrite prepared, @Nullable AttributeMap before, AdmissionControl admission) {
    try {
      return prepared.evaluate(before);
    } catch (ServiceException refusal) {
      if (refusal.type() == ErrorType.CONDITIONAL_CHECK_FAILED) {
        admission.chargeLook(prepared.table(), prepared.key(), before, 1);
      }
      throw refusal;
    }
  }

  /** Writes the response: the attributes asked for, the capacity and the item collection. */
  static void respond(
      Call call,
      ItemRequest request,
      PreparedWrite prepared,
      Write write,
      @Nullable AttributeMap attributes) {
    JsonWriter out = call.out().startObject();
    if (attributes != null) {
      out.attributes("Attributes", attributes);
    }
    ConsumedCapacity capacity = new ConsumedCapacity(prepared.table().definition().name());
    capacity.addWrite(write, 1);
    capacity.writeMember(CapacityReport.of(request.returnConsumedCapacity), out);
    if ("SIZE".equals(request.returnItemCollectionMetrics)) {
      ItemCollection.write(prepared, out);
    }
    out.endObject();
  }
}
