package dev.assay.engine.item;

import dev.assay.engine.api.Call;
import dev.assay.engine.capacity.CapacityReport;
import dev.assay.engine.capacity.ConsumedCapacity;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.Write;
import dev.assay.engine.store.WriteMeta;
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
          AttributeMap before = table.find(prepared.key());
          AttributeMap after = prepared.evaluate(before);
          return table.append(
              prepared.key(),
              before,
              after,
              WriteMeta.ofClient(table.timeAt(prepared.key(), call.region().clock())));
        });
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
