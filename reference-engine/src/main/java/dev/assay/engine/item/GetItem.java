package dev.assay.engine.item;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.capacity.CapacityReport;
import dev.assay.engine.capacity.ConsumedCapacity;
import dev.assay.engine.capacity.Units;
import dev.assay.engine.expression.Projection;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.request.Tables;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.value.AttributeMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the item with a key. */
public final class GetItem implements Operation {
  private static final Set<String> MEMBERS =
      Set.of(
          "TableName",
          "Key",
          "AttributesToGet",
          "ConsistentRead",
          "ReturnConsumedCapacity",
          "ProjectionExpression",
          "ExpressionAttributeNames");

  @Override
  public String name() {
    return "GetItem";
  }

  @Override
  public void execute(Call call) {
    ItemRequest request = ItemRequest.read(call.in(), MEMBERS);
    Constraints constraints = Constraints.echoing();
    ItemMembers.returnConsumedCapacity(constraints, request);
    constraints.size("attributesToGet", request.attributesToGet, 1, Integer.MAX_VALUE);
    ItemMembers.tableName(constraints, request.tableName);
    constraints.required("key", request.key).verify();

    Layer layer = Layer.BARE.reading(call.in().readLeniently());
    Projection projection = ReadProjection.of(request, layer, request.key);
    String tableName = Objects.requireNonNull(request.tableName);
    AttributeMap key = Objects.requireNonNull(request.key).attributes();
    call.authorize(
        () ->
            ItemAccess.ofRead(call.region(), name(), tableName, List.of(key), projection)
                .returnConsumedCapacity(request.returnConsumedCapacity));
    Table table = Tables.resolve(call.region(), tableName);
    EntryKey place = Keys.ofKey(table.definition().key(), key);
    call.region().admission().requireRead(table, null, place.hash(), key);
    if (request.isConsistent()) {
      table.beforeStrongRead();
    }
    AttributeMap item = table.read(place, request.isConsistent());
    call.region().keyUsage().read(table, null, key);
    double units = Units.read(item == null ? 0 : item.sizeBytes(), request.isConsistent());
    call.region().admission().chargeRead(table, null, place.hash(), units);
    respond(call, request, table, item, projection, units);
  }

  private static void respond(
      Call call,
      ItemRequest request,
      Table table,
      @Nullable AttributeMap item,
      @Nullable Projection projection,
      double units) {
    JsonWriter out = call.out().startObject();
    if (item != null) {
      out.attributes("Item", projection == null ? item : projection.apply(item));
    }
    if (request.returnConsumedCapacity != null) {
      ConsumedCapacity capacity = new ConsumedCapacity(table.definition().name());
      capacity.addTableRead(units);
      capacity.writeMember(CapacityReport.of(request.returnConsumedCapacity), out);
    }
    out.endObject();
  }
}
