package dev.assay.features.workload;

import dev.assay.features.history.Call;
import dev.assay.features.history.Reading;
import dev.assay.features.history.Seen;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** Items that hold one number, and the calls on one of them. */
final class Items {
  private static final String VALUE = "val";

  private Items() {}

  static String key(long number) {
    return "k" + number;
  }

  static AttributeValue text(String text) {
    return AttributeValue.fromS(text);
  }

  static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }

  static Map<String, AttributeValue> keyOf(String key) {
    return Map.of(RunTable.KEY, text(key));
  }

  /** The number that an item holds; empty when it is absent. */
  static OptionalLong value(Map<String, AttributeValue> item) {
    AttributeValue value = item.get(VALUE);
    return value == null || value.n() == null
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(value.n()));
  }

  static Seen perform(Call call, Asking asking, String table) {
    return switch (call) {
      case Call.Read read -> read(read, asking, table);
      case Call.Write write -> {
        asking.sdk().putItem(put(write.key(), write.value(), asking, table).build());
        asking.session().seen().put(write.key(), OptionalLong.of(write.value()));
        yield Seen.nothing();
      }
      case Call.Cas cas -> compareAndSet(cas, asking, table);
      case Call.Insert insert -> {
        asking
            .sdk()
            .putItem(
                put(insert.key(), insert.value(), asking, table)
                    .conditionExpression("attribute_not_exists(pk)")
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD)
                    .build());
        yield Seen.nothing();
      }
      case Call.Add add -> add(add, asking, table);
      case Call.Transaction txn -> throw foreign(call);
      case Call.Transfer transfer -> throw foreign(call);
      case Call.Snapshot snapshot -> throw foreign(call);
      case Call.TakeRecords take -> throw foreign(call);
    };
  }

  static IllegalArgumentException foreign(Call call) {
    return new IllegalArgumentException("no call of this workload: " + call);
  }

  private static Seen read(Call.Read read, Asking asking, String table) {
    OptionalLong value =
        value(
            asking
                .sdk()
                .getItem(
                    get ->
                        get.tableName(table)
                            .key(keyOf(read.key()))
                            .consistentRead(read.how() != Reading.EVENTUAL)
                            .overrideConfiguration(asking.override()))
                .item());
    asking.session().seen().put(read.key(), value);
    return new Seen.Value(value);
  }

  private static Seen compareAndSet(Call.Cas cas, Asking asking, String table) {
    PutItemRequest.Builder put = put(cas.key(), cas.value(), asking, table);
    if (cas.expected().isPresent()) {
      put.conditionExpression("val = :expected")
          .expressionAttributeValues(Map.of(":expected", number(cas.expected().getAsLong())));
    } else {
      put.conditionExpression("attribute_not_exists(pk)");
    }
    put.returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    asking.sdk().putItem(put.build());
    asking.session().seen().put(cas.key(), OptionalLong.of(cas.value()));
    return Seen.nothing();
  }

  private static Seen add(Call.Add add, Asking asking, String table) {
    UpdateItemResponse response =
        asking
            .sdk()
            .updateItem(
                update ->
                    update
                        .tableName(table)
                        .key(keyOf(add.key()))
                        .updateExpression("ADD val :amount")
                        .expressionAttributeValues(Map.of(":amount", number(add.amount())))
                        .returnValues(ReturnValue.UPDATED_NEW)
                        .overrideConfiguration(asking.override()));
    return new Seen.Value(value(response.attributes()));
  }

  private static PutItemRequest.Builder put(String key, long value, Asking asking, String table) {
    Map<String, AttributeValue> item = new HashMap<>(keyOf(key));
    item.put(VALUE, number(value));
    return PutItemRequest.builder()
        .tableName(table)
        .item(item)
        .overrideConfiguration(asking.override());
  }
}
