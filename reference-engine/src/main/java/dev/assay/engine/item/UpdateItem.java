package dev.assay.engine.item;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.expression.UpdateExpression;
import dev.assay.engine.request.Tables;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.Write;
import dev.assay.engine.value.AttributeMap;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes parts of the item with a key, or makes it. */
public final class UpdateItem implements Operation {
  private static final Set<String> MEMBERS =
      Set.of(
          "TableName",
          "Key",
          "AttributeUpdates",
          "Expected",
          "ConditionalOperator",
          "ReturnValues",
          "ReturnConsumedCapacity",
          "ReturnItemCollectionMetrics",
          "ReturnValuesOnConditionCheckFailure",
          "UpdateExpression",
          "ConditionExpression",
          "ExpressionAttributeNames",
          "ExpressionAttributeValues");

  @Override
  public String name() {
    return "UpdateItem";
  }

  @Override
  public void execute(Call call) {
    ItemRequest request = ItemRequest.read(call.in(), MEMBERS);
    WriteMembers.checkUpdate(request);
    Layer layer = Layer.ENVELOPED.reading(call.in().readLeniently());
    WriteExpressions expressions = WriteExpressions.ofUpdate(request, layer);
    UpdateExpression update = expressions.update();
    AttributeMap key = Objects.requireNonNull(request.key).attributes();
    call.authorize(() -> ItemAccess.ofWrite(call.region(), name(), request, key, expressions));
    Table table = Tables.resolve(call.region(), Objects.requireNonNull(request.tableName));
    Updating updating =
        new Updating(
            table, Keys.ofKey(table.definition().key(), key), key, update, expressions.guard());
    update.refuseKeyAttributes(table.definition().key());
    if (request.attributeUpdates == null && update.costBytes() > PreparedWrite.MAX_ITEM_BYTES) {
      throw Updating.tooLarge();
    }
    Write write = SingleWrite.apply(updating, call);
    SingleWrite.respond(call, request, updating, write, returned(request, update, write));
  }

  private static @Nullable AttributeMap returned(
      ItemRequest request, UpdateExpression update, Write write) {
    if (request.returnValues == null) {
      return null;
    }
    AttributeMap before = write.before();
    AttributeMap after = Objects.requireNonNull(write.after());
    return switch (request.returnValues) {
      case "ALL_OLD" -> before;
      case "ALL_NEW" -> after;
      case "UPDATED_OLD" -> before == null ? null : orNothing(update.touchedPartsOf(before));
      case "UPDATED_NEW" -> orNothing(update.touchedPartsOf(after));
      default -> null;
    };
  }

  private static @Nullable AttributeMap orNothing(AttributeMap parts) {
    return parts.isEmpty() ? null : parts;
  }
}
