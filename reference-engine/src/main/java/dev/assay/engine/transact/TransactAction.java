package dev.assay.engine.transact;

import dev.assay.engine.api.Region;
import dev.assay.engine.auth.AccessRequest;
import dev.assay.engine.expression.Condition;
import dev.assay.engine.expression.ExpressionKind;
import dev.assay.engine.expression.ExpressionScope;
import dev.assay.engine.expression.UpdateExpression;
import dev.assay.engine.item.Deleting;
import dev.assay.engine.item.Guard;
import dev.assay.engine.item.ItemAccess;
import dev.assay.engine.item.ItemRequest;
import dev.assay.engine.item.Keys;
import dev.assay.engine.item.Layer;
import dev.assay.engine.item.PreparedWrite;
import dev.assay.engine.item.Putting;
import dev.assay.engine.item.Updating;
import dev.assay.engine.json.WireAttributes;
import dev.assay.engine.request.Tables;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.value.AttributeMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One action of TransactWriteItems: first checked by itself, then against its table. */
final class TransactAction {
  /** The four kinds, with the member that holds each. */
  enum Kind {
    CONDITION_CHECK("conditionCheck", "ConditionCheckItem"),
    PUT("put", "PutItem"),
    DELETE("delete", "DeleteItem"),
    UPDATE("update", "UpdateItem");

    private final String member;
    private final String accessAction;

    Kind(String member, String accessAction) {
      this.member = member;
      this.accessAction = accessAction;
    }

    String member() {
      return member;
    }
  }

  private final Kind kind;
  private final ItemRequest request;
  private Guard guard = Guard.NONE;
  private UpdateExpression update = UpdateExpression.NOTHING;

  TransactAction(Kind kind, ItemRequest request) {
    this.kind = kind;
    this.request = request;
  }

  Kind kind() {
    return kind;
  }

  ItemRequest request() {
    return request;
  }

  private @Nullable WireAttributes subject() {
    return kind == Kind.PUT ? request.item() : request.key();
  }

  /** Checks what needs no table: values, expressions, size (facts 56, 111 and 112). */
  void checkAlone() {
    Layer.OLDER.check(subject());
    Layer.OLDER.checkExpressionValues(request.values(), true);
    AttributeMap values = request.values() == null ? null : request.values().attributes();
    ExpressionScope scope = new ExpressionScope(request.names(), values);
    boolean hasExpression = false;
    if (request.updateExpression() != null && kind == Kind.UPDATE) {
      update = UpdateExpression.parse(request.updateExpression(), scope);
      hasExpression = true;
    }
    Condition condition = null;
    if (request.conditionExpression() != null) {
      condition = Condition.parse(ExpressionKind.CONDITION, request.conditionExpression(), scope);
      hasExpression = true;
    }
    if (hasExpression) {
      // Without any expression the service lets placeholders pass here (fact 71).
      scope.checkAllUsed();
    }
    guard = new Guard(condition, "ALL_OLD".equals(request.returnValuesOnConditionCheckFailure()));
    if (kind == Kind.PUT) {
      Putting.checkSize(attributes());
    }
  }

  private AttributeMap attributes() {
    return Objects.requireNonNull(subject()).attributes();
  }

  /** What the caller must be allowed to do. */
  AccessRequest access(Region region) {
    return ItemAccess.ofWrite(
            region,
            kind.accessAction,
            Objects.requireNonNull(request.tableName()),
            attributes(),
            update,
            guard.condition())
        .enclosingOperation("TransactWriteItems");
  }

  /** Bytes of the attributes that the action carries. */
  long payloadBytes() {
    return attributes().sizeBytes()
        + (request.values() == null ? 0L : request.values().attributes().sizeBytes());
  }

  Table table(Region region) {
    return Tables.resolve(region, Objects.requireNonNull(request.tableName()));
  }

  /** An empty key value is refused outside the transaction's reasons (fact 50). */
  void refuseEmptyKey(Table table) {
    KeySchema schema = table.definition().key();
    Keys.checkEmpty(schema, attributes());
  }

  /** Binds the action to its table; what it refuses becomes the action's reason (fact 53). */
  PreparedWrite prepare(Table table) {
    return switch (kind) {
      case PUT -> Putting.of(table, attributes(), guard);
      case DELETE -> new Deleting(table, key(table), guard);
      case CONDITION_CHECK -> new Checking(table, key(table), guard);
      case UPDATE -> {
        EntryKey key = key(table);
        update.refuseKeyAttributes(table.definition().key());
        yield new Updating(table, key, attributes(), update, guard);
      }
    };
  }

  private EntryKey key(Table table) {
    return Keys.ofKey(table.definition().key(), attributes());
  }

  /** Equal for actions that ask for the same. */
  String fingerprint() {
    return kind
        + "|"
        + request.tableName()
        + "|"
        + attributes()
        + "|"
        + request.updateExpression()
        + "|"
        + request.conditionExpression()
        + "|"
        + request.names()
        + "|"
        + (request.values() == null ? null : request.values().attributes())
        + "|"
        + request.returnValuesOnConditionCheckFailure();
  }

  /** As the service prints an action in a message that echoes the request. */
  @Override
  public String toString() {
    return "TransactWriteItem(" + kind.member + "=...)";
  }
}
