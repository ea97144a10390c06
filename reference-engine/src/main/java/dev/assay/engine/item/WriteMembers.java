package dev.assay.engine.item;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import org.jspecify.annotations.Nullable;

/** The member checks of the three operations that write one item, each in its own order. */
final class WriteMembers {
  private WriteMembers() {}

  static void checkPut(ItemRequest request) {
    Constraints constraints = Constraints.echoing();
    ItemMembers.returnConsumedCapacity(constraints, request);
    ItemMembers.tableName(constraints, request.tableName);
    constraints.required("item", request.item);
    constraints.oneOf(
        "returnItemCollectionMetrics",
        request.returnItemCollectionMetrics,
        Choices.RETURN_ITEM_COLLECTION_METRICS);
    onFailure(constraints, request);
    constraints.verify();
    checkReturnValues(request.returnValues, Choices.RETURN_VALUES);
  }

  static void checkDelete(ItemRequest request) {
    Constraints constraints = Constraints.echoing();
    ItemMembers.returnConsumedCapacity(constraints, request);
    ItemMembers.tableName(constraints, request.tableName);
    constraints.required("key", request.key);
    constraints.oneOf(
        "returnItemCollectionMetrics",
        request.returnItemCollectionMetrics,
        Choices.RETURN_ITEM_COLLECTION_METRICS);
    onFailure(constraints, request);
    constraints.verify();
    checkReturnValues(request.returnValues, Choices.RETURN_VALUES);
  }

  /** Without a key everything is reported in the older form; else a bad table name stands alone. */
  static void checkUpdate(ItemRequest request) {
    if (request.key == null) {
      Constraints constraints = Constraints.echoing();
      ItemMembers.returnConsumedCapacity(constraints, request);
      ItemMembers.tableName(constraints, request.tableName);
      constraints.oneOf(
          "returnItemCollectionMetrics",
          request.returnItemCollectionMetrics,
          Choices.RETURN_ITEM_COLLECTION_METRICS);
      constraints.oneOf("returnValues", request.returnValues, Choices.RETURN_VALUES);
      constraints.required("key", request.key).verify();
    }
    Constraints name = Constraints.echoing();
    ItemMembers.tableName(name, request.tableName);
    name.verify();
    checkReturnValues(request.returnValues, Choices.RETURN_VALUES_NEWER);
    Constraints rest = Constraints.echoing();
    rest.oneOf(
        "returnItemCollectionMetrics",
        request.returnItemCollectionMetrics,
        Choices.RETURN_ITEM_COLLECTION_METRICS);
    ItemMembers.returnConsumedCapacity(rest, request);
    onFailure(rest, request);
    rest.verify();
  }

  private static void onFailure(Constraints constraints, ItemRequest request) {
    constraints.oneOf(
        "returnValuesOnConditionCheckFailure",
        request.returnValuesOnConditionCheckFailure,
        Choices.RETURN_VALUES_ON_FAILURE);
  }

  /** The newer layer names neither the member nor what was sent. */
  private static void checkReturnValues(@Nullable String value, Choices choices) {
    if (value != null && !Choices.RETURN_VALUES.allow(value)) {
      throw Constraints.enveloped("Member must satisfy enum value set: " + choices);
    }
  }

  /** What only operations that replace or remove an item refuse. */
  static void refuseNewValues(@Nullable String returnValues) {
    if (returnValues != null && !returnValues.equals("ALL_OLD") && !returnValues.equals("NONE")) {
      throw ServiceException.validation("ReturnValues can only be ALL_OLD or NONE");
    }
  }
}
