package dev.assay.engine.item;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.Condition;
import dev.assay.engine.expression.ExpressionKind;
import dev.assay.engine.expression.ExpressionScope;
import dev.assay.engine.expression.KeyCondition;
import dev.assay.engine.expression.KeyRange;
import dev.assay.engine.expression.Projection;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.request.Tables;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a stretch of one item collection, of a table or an index. */
public final class Query implements Operation {
  private static final Set<String> MEMBERS =
      Set.of(
          "TableName",
          "IndexName",
          "Select",
          "AttributesToGet",
          "Limit",
          "ConsistentRead",
          "KeyConditions",
          "QueryFilter",
          "ConditionalOperator",
          "ScanIndexForward",
          "ExclusiveStartKey",
          "ReturnConsumedCapacity",
          "ProjectionExpression",
          "FilterExpression",
          "KeyConditionExpression",
          "ExpressionAttributeNames",
          "ExpressionAttributeValues");

  @Override
  public String name() {
    return "Query";
  }

  @Override
  public void execute(Call call) {
    ItemRequest request = ItemRequest.read(call.in(), MEMBERS);
    checkMembers(request);
    Plan plan = Plan.of(request, Layer.BARE.reading(call.in().readLeniently()));
    call.authorize(
        () ->
            ItemAccess.ofSearch(
                call.region(), name(), request, plan.key.clauses(), plan.selection));
    Table table = Tables.resolve(call.region(), Objects.requireNonNull(request.tableName));
    RangeSource.refuseVectorIndex(
        table, request.indexName, "Query operation not supported on this index type.");
    RangeSource source = RangeSource.of(table, request.indexName, request.isConsistent());
    if (source.isGlobalIndex() && request.isConsistent()) {
      throw ServiceException.validation(
          "Consistent reads are not supported on global secondary indexes");
    }
    if (request.isConsistent()) {
      table.beforeStrongRead();
    }
    KeyRange range = plan.key.bind(source.key());
    plan.selection.checkAgainst(source);
    plan.refuseKeysInFilter(source.key());
    boolean forward = !Boolean.FALSE.equals(request.scanIndexForward);
    EntryKey start = start(request, source, range);
    RangeRead.of(
            source,
            new KeyStretch(range).of(source.entries(), forward, start),
            request.limit == null ? Integer.MAX_VALUE : request.limit,
            request.isConsistent(),
            plan.selection,
            call.region(),
            EntryKey.bound(range.partition(), List.of(), 0).hash())
        .write(request, plan.selection, call.out());
  }

  private static void checkMembers(ItemRequest request) {
    Constraints first = Constraints.naming();
    if (request.tableName != null) {
      first.length("tableName", request.tableName, 1, Integer.MAX_VALUE);
      first.range("limit", request.limit, 1, Integer.MAX_VALUE).verify();
    }
    Constraints constraints = Constraints.echoing();
    if (request.tableName == null) {
      constraints.oneOf("select", request.select, Choices.SELECT);
    }
    ItemMembers.returnConsumedCapacity(constraints, request);
    constraints.size("attributesToGet", request.attributesToGet, 1, Integer.MAX_VALUE);
    ItemMembers.resourceName(constraints, "indexName", request.indexName);
    ItemMembers.tableName(constraints, request.tableName);
    if (request.tableName == null && request.limit != null && request.limit < 1) {
      constraints.violation(
          "Value at 'Limit' failed to satisfy constraint: Member must have value greater than or"
              + " equal to 1");
    }
    constraints.verify();
  }

  private static @Nullable EntryKey start(ItemRequest request, RangeSource source, KeyRange range) {
    if (request.exclusiveStartKey == null) {
      return null;
    }
    AttributeMap key = request.exclusiveStartKey.attributes();
    EntryKey start = source.startAfter(key);
    if (start == null) {
      throw ServiceException.validation("The provided starting key is invalid");
    }
    KeySchema schema = source.key();
    for (int i = 0; i < schema.partition().size(); i++) {
      AttributeValue value = key.find(schema.partition().get(i).name());
      if (!range.partition().get(i).equals(value)) {
        throw ServiceException.validation(
            "The provided starting key is outside query boundaries based on provided conditions");
      }
    }
    List<AttributeValue> sort = new ArrayList<>();
    for (KeyAttribute attribute : schema.sort()) {
      sort.add(Objects.requireNonNull(key.find(attribute.name())));
    }
    if (!range.containsSortKey(sort)) {
      throw ServiceException.validation(
          "The provided starting key does not match the range key predicate");
    }
    return start;
  }

  /** What the request asks, as far as it can be understood without the table. */
  private record Plan(KeyCondition key, Selection selection, boolean legacyFilter) {

    static Plan of(ItemRequest request, Layer layer) {
      // The other expressions may stand beside KeyConditions, as the guide says of them: they are
      // older than KeyConditionExpression.
      boolean keysTwice = request.keyConditionExpression != null;
      Mixture mixture =
          new Mixture()
              .legacy("AttributesToGet", request.attributesToGet)
              .legacy("QueryFilter", request.queryFilter)
              .legacy("ConditionalOperator", request.conditionalOperator)
              .legacy("KeyConditions", keysTwice ? request.keyConditions : null)
              .expression("ProjectionExpression", request.projectionExpression)
              .expression("FilterExpression", request.filterExpression)
              .expression("KeyConditionExpression", request.keyConditionExpression);
      mixture.check();
      Constraints select = Constraints.echoing();
      select.oneOf("select", request.select, Choices.SELECT).verify();
      Layer.ENVELOPED.check(() -> Selection.check(request));
      layer.check(request.exclusiveStartKey);
      AttributeMap values = request.values == null ? null : request.values.attributes();
      if (!mixture.hasExpressions()) {
        ExpressionScope.refuseWithoutExpressions(request.names, values, "");
      }
      layer.checkExpressionValues(request.values, false);
      ExpressionScope scope = new ExpressionScope(request.names, values);
      if (request.keyConditionExpression == null && request.keyConditions == null) {
        throw ServiceException.validation(
            "Either the KeyConditions or KeyConditionExpression parameter must be specified in the"
                + " request.");
      }
      Condition filter =
          request.filterExpression == null
              ? Legacy.filter(
                  "queryFilter", request.queryFilter, request.conditionalOperator, layer)
              : Condition.parse(ExpressionKind.FILTER, request.filterExpression, scope);
      KeyCondition key =
          request.keyConditionExpression == null
              ? Legacy.keyCondition(Objects.requireNonNull(request.keyConditions), layer)
              : KeyCondition.parse(request.keyConditionExpression, scope);
      Projection projection =
          request.projectionExpression != null
              ? Projection.parse(request.projectionExpression, scope)
              : request.attributesToGet == null
                  ? null
                  : ReadProjection.ofNames(request.attributesToGet);
      scope.checkAllUsed();
      return new Plan(
          key, new Selection(request.select, projection, filter), request.filterExpression == null);
    }

    void refuseKeysInFilter(KeySchema schema) {
      if (selection.filter() == null) {
        return;
      }
      if (!legacyFilter) {
        selection.filter().refuseKeyAttributes(schema);
        return;
      }
      for (KeyAttribute attribute : schema.attributes()) {
        if (selection.filter().attributes().contains(attribute.name())) {
          throw ServiceException.validation(
              "QueryFilter can only contain non-primary key attributes: Primary key attribute: "
                  + attribute.name());
        }
      }
    }
  }
}
