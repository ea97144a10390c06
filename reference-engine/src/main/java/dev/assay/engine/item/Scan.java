package dev.assay.engine.item;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.Condition;
import dev.assay.engine.expression.ExpressionKind;
import dev.assay.engine.expression.ExpressionScope;
import dev.assay.engine.expression.Projection;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.request.Tables;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.value.AttributeMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a table or an index, whole or one segment of it, in the order of the hash. */
public final class Scan implements Operation {
  private static final Set<String> MEMBERS =
      Set.of(
          "TableName",
          "IndexName",
          "AttributesToGet",
          "Limit",
          "Select",
          "ScanFilter",
          "ConditionalOperator",
          "ExclusiveStartKey",
          "ReturnConsumedCapacity",
          "TotalSegments",
          "Segment",
          "ProjectionExpression",
          "FilterExpression",
          "ExpressionAttributeNames",
          "ExpressionAttributeValues",
          "ConsistentRead");

  private static final int MAX_SEGMENTS = 1_000_000;

  @Override
  public String name() {
    return "Scan";
  }

  @Override
  public void execute(Call call) {
    ItemRequest request = ItemRequest.read(call.in(), MEMBERS);
    checkMembers(request);
    Selection selection = selection(request, Layer.BARE.reading(call.in().readLeniently()));
    ScanSegment segment = ScanSegment.of(request.segment, request.totalSegments);
    call.authorize(() -> ItemAccess.ofSearch(call.region(), name(), request, List.of(), selection));
    Table table = Tables.resolve(call.region(), Objects.requireNonNull(request.tableName));
    RangeSource.refuseVectorIndex(
        table, request.indexName, "Scan operation not supported on this index type");
    RangeSource source = RangeSource.of(table, request.indexName, request.isConsistent());
    if (source.isGlobalIndex() && request.isConsistent()) {
      throw ServiceException.validation(
          "Consistent reads are not supported on global secondary indexes");
    }
    if (request.isConsistent()) {
      table.beforeStrongRead();
    }
    selection.checkAgainst(source);
    EntryKey start = start(request, source, segment);
    RangeRead.of(
            source,
            segment.of(source.entries(), start),
            request.limit == null ? Integer.MAX_VALUE : request.limit,
            request.isConsistent(),
            selection,
            call.region(),
            segment.firstHash(start))
        .write(request, selection, call.out());
  }

  private static void checkMembers(ItemRequest request) {
    Constraints newer = Constraints.naming();
    if (request.tableName != null) {
      newer.length("tableName", request.tableName, 1, Integer.MAX_VALUE);
    }
    newer
        .range("limit", request.limit, 1, Integer.MAX_VALUE)
        .range("totalSegments", request.totalSegments, 1, MAX_SEGMENTS)
        .range("segment", request.segment, 0, MAX_SEGMENTS - 1)
        .verify();
    Constraints older = Constraints.echoing();
    ItemMembers.returnConsumedCapacity(older, request);
    older.size("attributesToGet", request.attributesToGet, 1, Integer.MAX_VALUE);
    ItemMembers.resourceName(older, "indexName", request.indexName);
    ItemMembers.tableName(older, request.tableName);
    older.oneOf("conditionalOperator", request.conditionalOperator, Choices.CONDITIONAL_OPERATOR);
    older.oneOf("select", request.select, Choices.SELECT);
    older.verify();
  }

  private static Selection selection(ItemRequest request, Layer layer) {
    Mixture mixture =
        new Mixture()
            .legacy("AttributesToGet", request.attributesToGet)
            .legacy("ScanFilter", request.scanFilter)
            .legacy("ConditionalOperator", request.conditionalOperator)
            .expression("ProjectionExpression", request.projectionExpression)
            .expression("FilterExpression", request.filterExpression)
            .check();
    Selection.check(request);
    layer.check(request.exclusiveStartKey);
    AttributeMap values = request.values == null ? null : request.values.attributes();
    if (!mixture.hasExpressions()) {
      ExpressionScope.refuseWithoutExpressions(request.names, values, "");
    } else if (request.filterExpression == null && values != null) {
      ExpressionScope.refuseWithoutExpressions(null, values, ": FilterExpression is null");
    }
    layer.checkExpressionValues(request.values, false);
    ExpressionScope scope = new ExpressionScope(request.names, values);
    Condition filter =
        request.filterExpression == null
            ? Legacy.filter("scanFilter", request.scanFilter, request.conditionalOperator, layer)
            : Condition.parse(ExpressionKind.FILTER, request.filterExpression, scope);
    Projection projection =
        request.projectionExpression != null
            ? Projection.parse(request.projectionExpression, scope)
            : request.attributesToGet == null
                ? null
                : ReadProjection.ofNames(request.attributesToGet);
    scope.checkAllUsed();
    return new Selection(request.select, projection, filter);
  }

  private static @Nullable EntryKey start(
      ItemRequest request, RangeSource source, ScanSegment segment) {
    if (request.exclusiveStartKey == null) {
      return null;
    }
    EntryKey start = source.startAfter(request.exclusiveStartKey.attributes());
    if (start == null) {
      throw ServiceException.validation("The provided starting key is invalid");
    }
    if (!segment.contains(start)) {
      throw ServiceException.validation(
          "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use"
              + " ExclusiveStartKey with correct Segment. TotalSegments: "
              + request.totalSegments
              + " Segment: "
              + request.segment);
    }
    return start;
  }
}
