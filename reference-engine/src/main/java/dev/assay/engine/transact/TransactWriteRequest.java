package dev.assay.engine.transact;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.item.ItemMembers;
import dev.assay.engine.item.ItemRequest;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonReader.Position;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A TransactWriteItems request as decoded, and the checks of its members (facts 113 to 116). */
final class TransactWriteRequest {
  private static final int MAX_ACTIONS = 100;
  private static final int MAX_TOKEN_CHARS = 36;
  private static final Set<String> MEMBERS =
      Set.of(
          "TableName",
          "Key",
          "Item",
          "UpdateExpression",
          "ConditionExpression",
          "ExpressionAttributeNames",
          "ExpressionAttributeValues",
          "ReturnValuesOnConditionCheckFailure");

  private @Nullable List<Map<TransactAction.Kind, ItemRequest>> items;
  private @Nullable String returnConsumedCapacity;
  private @Nullable String returnItemCollectionMetrics;
  private @Nullable String clientRequestToken;

  static TransactWriteRequest read(JsonReader in) {
    TransactWriteRequest request = new TransactWriteRequest();
    in.request(
        name -> {
          switch (name) {
            case "TransactItems" -> request.items = in.list(position -> readItem(in, position));
            case "ReturnConsumedCapacity" -> request.returnConsumedCapacity = in.string();
            case "ReturnItemCollectionMetrics" -> request.returnItemCollectionMetrics = in.string();
            case "ClientRequestToken" -> request.clientRequestToken = in.string();
            default -> in.skip();
          }
        });
    return request;
  }

  private static @Nullable Map<TransactAction.Kind, ItemRequest> readItem(
      JsonReader in, Position position) {
    Map<TransactAction.Kind, ItemRequest> actions = new EnumMap<>(TransactAction.Kind.class);
    boolean present =
        in.structure(
            "TransactWriteItem",
            position,
            name -> {
              switch (name) {
                case "ConditionCheck" ->
                    readAction(in, actions, TransactAction.Kind.CONDITION_CHECK, name);
                case "Put" -> readAction(in, actions, TransactAction.Kind.PUT, name);
                case "Delete" -> readAction(in, actions, TransactAction.Kind.DELETE, name);
                case "Update" -> readAction(in, actions, TransactAction.Kind.UPDATE, name);
                default -> in.skip();
              }
            });
    return present ? actions : null;
  }

  private static void readAction(
      JsonReader in,
      Map<TransactAction.Kind, ItemRequest> actions,
      TransactAction.Kind kind,
      String shape) {
    ItemRequest action = ItemRequest.read(in, shape, Position.MEMBER, MEMBERS);
    if (action != null) {
      actions.put(kind, action);
    }
  }

  @Nullable String returnConsumedCapacity() {
    return returnConsumedCapacity;
  }

  @Nullable String returnItemCollectionMetrics() {
    return returnItemCollectionMetrics;
  }

  @Nullable String clientRequestToken() {
    return clientRequestToken;
  }

  /** The constraints of the members, all in one refusal. */
  void checkMembers() {
    Constraints constraints = Constraints.echoing();
    constraints.length("clientRequestToken", clientRequestToken, 1, MAX_TOKEN_CHARS);
    constraints.oneOf(
        "returnConsumedCapacity", returnConsumedCapacity, Choices.RETURN_CONSUMED_CAPACITY);
    constraints.oneOf(
        "returnItemCollectionMetrics",
        returnItemCollectionMetrics,
        Choices.RETURN_ITEM_COLLECTION_METRICS);
    constraints.required("transactItems", items);
    if (items != null) {
      if (items.size() > MAX_ACTIONS) {
        constraints.violation(
            "Value at 'transactItems' failed to satisfy constraint: Member must have length less"
                + " than or equal to "
                + MAX_ACTIONS);
      }
      constraints.size("transactItems", items, 1, Integer.MAX_VALUE);
      for (int i = 0; i < items.size(); i++) {
        String path = "transactItems." + (i + 1) + ".member.";
        items
            .get(i)
            .forEach((kind, action) -> check(constraints, path + kind.member(), kind, action));
      }
    }
    constraints.verify();
  }

  private static void check(
      Constraints constraints, String path, TransactAction.Kind kind, ItemRequest action) {
    constraints.required(path + ".tableName", action.tableName());
    if (action.tableName() != null && !action.tableName().startsWith("arn:")) {
      ItemMembers.resourceName(constraints, path + ".tableName", action.tableName());
    }
    switch (kind) {
      case PUT -> constraints.required(path + ".item", action.item());
      case DELETE -> constraints.required(path + ".key", action.key());
      case UPDATE -> {
        constraints.required(path + ".key", action.key());
        constraints.required(path + ".updateExpression", action.updateExpression());
      }
      case CONDITION_CHECK -> {
        constraints.required(path + ".key", action.key());
        constraints.required(path + ".conditionExpression", action.conditionExpression());
      }
    }
    constraints.oneOf(
        path + ".returnValuesOnConditionCheckFailure",
        action.returnValuesOnConditionCheckFailure(),
        Choices.RETURN_VALUES_ON_FAILURE);
  }

  /** The actions, each checked by itself in the order of the request (fact 111). */
  List<TransactAction> actions() {
    List<TransactAction> actions = new ArrayList<>();
    for (Map<TransactAction.Kind, ItemRequest> item : Objects.requireNonNull(items)) {
      if (item.isEmpty()) {
        throw ServiceException.validation(
            "Invalid Request: TransactWriteRequest should contain Delete or Put or Update request");
      }
      if (item.size() > 1) {
        throw ServiceException.validation(
            "TransactItems can only contain one of Check, Put, Update or Delete");
      }
      item.forEach(
          (kind, request) -> {
            TransactAction action = new TransactAction(kind, request);
            action.checkAlone();
            actions.add(action);
          });
    }
    return actions;
  }

  static String fingerprint(List<TransactAction> actions) {
    return actions.stream().map(TransactAction::fingerprint).collect(Collectors.joining("\n"));
  }
}
