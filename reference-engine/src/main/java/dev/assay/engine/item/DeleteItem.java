package dev.assay.engine.item;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.request.Tables;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.Write;
import dev.assay.engine.value.AttributeMap;
import java.util.Objects;
import java.util.Set;

/** Deletes the item with a key; succeeds if there is none. */
public final class DeleteItem implements Operation {
  private static final Set<String> MEMBERS =
      Set.of(
          "TableName",
          "Key",
          "Expected",
          "ConditionalOperator",
          "ReturnValues",
          "ReturnConsumedCapacity",
          "ReturnItemCollectionMetrics",
          "ReturnValuesOnConditionCheckFailure",
          "ConditionExpression",
          "ExpressionAttributeNames",
          "ExpressionAttributeValues");

  @Override
  public String name() {
    return "DeleteItem";
  }

  @Override
  public void execute(Call call) {
    ItemRequest request = ItemRequest.read(call.in(), MEMBERS);
    WriteMembers.checkDelete(request);
    Layer layer = Layer.ENVELOPED.reading(call.in().readLeniently());
    WriteExpressions expressions = WriteExpressions.ofPutOrDelete(request, layer, request.key);
    AttributeMap key = Objects.requireNonNull(request.key).attributes();
    call.authorize(() -> ItemAccess.ofWrite(call.region(), name(), request, key, expressions));
    Table table = Tables.resolve(call.region(), Objects.requireNonNull(request.tableName));
    Deleting delete =
        new Deleting(table, Keys.ofKey(table.definition().key(), key), expressions.guard());
    Write write = SingleWrite.apply(delete, call);
    AttributeMap old = "ALL_OLD".equals(request.returnValues) ? write.before() : null;
    SingleWrite.respond(call, request, delete, write, old);
  }
}
