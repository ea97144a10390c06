package dev.assay.engine.item;

import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonReader.Position;
import dev.assay.engine.json.WireAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members that the item operations share, as decoded. Each operation names those that it has;
 * the others stay absent, as on the wire.
 */
public final class ItemRequest {
  @Nullable String tableName;
  @Nullable String indexName;
  @Nullable WireAttributes key;
  @Nullable WireAttributes item;
  @Nullable WireAttributes exclusiveStartKey;
  @Nullable String conditionExpression;
  @Nullable String updateExpression;
  @Nullable String projectionExpression;
  @Nullable String filterExpression;
  @Nullable String keyConditionExpression;
  @Nullable Map<String, String> names;
  @Nullable WireAttributes values;
  @Nullable Map<String, WireCondition> expected;
  @Nullable Map<String, WireCondition> keyConditions;
  @Nullable Map<String, WireCondition> queryFilter;
  @Nullable Map<String, WireCondition> scanFilter;
  @Nullable Map<String, WireUpdate> attributeUpdates;
  @Nullable List<String> attributesToGet;
  @Nullable String conditionalOperator;
  @Nullable String returnValues;
  @Nullable String returnConsumedCapacity;
  @Nullable String returnItemCollectionMetrics;
  @Nullable String returnValuesOnConditionCheckFailure;
  @Nullable String select;
  @Nullable Boolean consistentRead;
  @Nullable Boolean scanIndexForward;
  @Nullable Integer limit;
  @Nullable Integer segment;
  @Nullable Integer totalSegments;

  /** Reads a whole body, passing over every member that is not among {@code members}. */
  static ItemRequest read(JsonReader in, Set<String> members) {
    ItemRequest request = new ItemRequest();
    in.request(name -> request.readMember(name, members, in));
    return request;
  }

  /** Reads a structure inside a body. */
  public static @Nullable ItemRequest read(
      JsonReader in, String shape, Position position, Set<String> members) {
    ItemRequest request = new ItemRequest();
    boolean present = in.structure(shape, position, name -> request.readMember(name, members, in));
    return present ? request : null;
  }

  private void readMember(String name, Set<String> members, JsonReader in) {
    if (!members.contains(name)) {
      in.skip();
      return;
    }
    switch (name) {
      case "TableName" -> tableName = in.string();
      case "IndexName" -> indexName = in.string();
      case "Key" -> key = in.attributes();
      case "Item" -> item = in.attributes();
      case "ExclusiveStartKey" -> exclusiveStartKey = in.attributes();
      case "ConditionExpression" -> conditionExpression = in.string();
      case "UpdateExpression" -> updateExpression = in.string();
      case "ProjectionExpression" -> projectionExpression = in.string();
      case "FilterExpression" -> filterExpression = in.string();
      case "KeyConditionExpression" -> keyConditionExpression = in.string();
      case "ExpressionAttributeNames" -> names = in.stringMap();
      case "ExpressionAttributeValues" -> values = in.attributes();
      case "Expected" -> expected = WireCondition.map(in, "ExpectedAttributeValue");
      case "KeyConditions" -> keyConditions = WireCondition.map(in, "Condition");
      case "QueryFilter" -> queryFilter = WireCondition.map(in, "Condition");
      case "ScanFilter" -> scanFilter = WireCondition.map(in, "Condition");
      case "AttributeUpdates" -> attributeUpdates = WireUpdate.map(in);
      case "AttributesToGet" -> attributesToGet = in.strings();
      case "ConditionalOperator" -> conditionalOperator = in.string();
      case "ReturnValues" -> returnValues = in.string();
      case "ReturnConsumedCapacity" -> returnConsumedCapacity = in.string();
      case "ReturnItemCollectionMetrics" -> returnItemCollectionMetrics = in.string();
      case "ReturnValuesOnConditionCheckFailure" ->
          returnValuesOnConditionCheckFailure = in.string();
      case "Select" -> select = in.string();
      case "ConsistentRead" -> consistentRead = in.bool();
      case "ScanIndexForward" -> scanIndexForward = in.bool();
      case "Limit" -> limit = in.integer();
      case "Segment" -> segment = in.integer();
      case "TotalSegments" -> totalSegments = in.integer();
      default -> throw new IllegalArgumentException("no member is called " + name);
    }
  }

  public @Nullable String tableName() {
    return tableName;
  }

  public @Nullable WireAttributes key() {
    return key;
  }

  public @Nullable WireAttributes item() {
    return item;
  }

  public @Nullable String conditionExpression() {
    return conditionExpression;
  }

  public @Nullable String updateExpression() {
    return updateExpression;
  }

  public @Nullable String projectionExpression() {
    return projectionExpression;
  }

  public @Nullable Map<String, String> names() {
    return names;
  }

  public @Nullable WireAttributes values() {
    return values;
  }

  public @Nullable String returnValuesOnConditionCheckFailure() {
    return returnValuesOnConditionCheckFailure;
  }

  boolean isConsistent() {
    return Boolean.TRUE.equals(consistentRead);
  }
}
