package dev.assay.engine.item;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.request.Tables;
import dev.assay.engine.store.Write;
import dev.assay.engine.value.AttributeMap;
import java.util.Objects;
import java.util.Set;

/** Puts an item, in place of the one with its key if there is one. */
public final class PutItem implements Operation {
  private static final Set<String> MEMBERS =
      Set.of(
          "TableName",
          "Item",
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
    return "PutItem";
  }

  @Override
  public void execute(Call call) {
    ItemRequest request = ItemRequest.read(call.in(), MEMBERS);
    WriteMembers.checkPut(request);
    Layer layer = Layer.ENVELOPED.reading(call.in().readLeniently());
    WriteExpressions expressions = WriteExpressions.ofPutOrDelete(request, layer, request.item);
    AttributeMap item = Objects.requireNonNull(request.item).attributes();
    call.authorize(() -> ItemAccess.ofWrite(call.region(), name(), request, item, expressions));
    Putting.checkSize(item);
    Putting put =
        Putting.of(
            Tables.resolve(call.region(), Objects.requireNonNull(request.tableName)),
            item,
            expressions.guard());
    Write write = SingleWrite.apply(put, call);
    AttributeMap old = "ALL_OLD".equals(request.returnValues) ? write.before() : null;
    SingleWrite.respond(call, request, put, write, old);
  }
}
