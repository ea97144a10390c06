package dev.assay.engine.item;

import dev.assay.engine.api.Region;
import dev.assay.engine.auth.AccessRequest;
import dev.assay.engine.expression.Condition;
import dev.assay.engine.expression.KeyClause;
import dev.assay.engine.expression.KeyOperator;
import dev.assay.engine.expression.Projection;
import dev.assay.engine.expression.UpdateExpression;
import dev.assay.engine.request.Access;
import dev.assay.engine.value.AttributeMap;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the operations on items ask leave for. Attributes are those that the request names, never
 * those that the item turns out to have.
 */
public final class ItemAccess {
  private ItemAccess() {}

  /**
   * To read items by their keys.
   *
   * @param action GetItem or BatchGetItem
   */
  public static AccessRequest ofRead(
      Region region,
      String action,
      String table,
      Collection<AttributeMap> keys,
      @Nullable Projection projection) {
    Set<String> attributes = new LinkedHashSet<>();
    keys.forEach(key -> addNames(key, attributes));
    if (projection != null) {
      attributes.addAll(projection.attributes());
    }
    AccessRequest request =
        Access.toTable(region, action, table)
            .attributes(attributes)
            .select(projection == null ? "ALL_ATTRIBUTES" : "SPECIFIC_ATTRIBUTES");
    return Access.withLeadingKeys(request, Access.keyOf(region, table, null), keys);
  }

  /**
   * To write or check one item.
   *
   * @param action PutItem, UpdateItem, DeleteItem or ConditionCheckItem
   * @param subject the item to be put; of the others, the key
   */
  public static AccessRequest ofWrite(
      Region region,
      String action,
      String table,
      AttributeMap subject,
      UpdateExpression update,
      @Nullable Condition condition) {
    Set<String> attributes = new LinkedHashSet<>();
    addNames(subject, attributes);
    attributes.addAll(update.attributes());
    if (condition != null) {
      attributes.addAll(condition.attributes());
    }
    AccessRequest request = Access.toTable(region, action, table).attributes(attributes);
    return Access.withLeadingKeys(request, Access.keyOf(region, table, null), List.of(subject));
  }

  /** To write one item by an operation of its own. */
  static AccessRequest ofWrite(
      Region region,
      String action,
      ItemRequest request,
      AttributeMap subject,
      WriteExpressions expressions) {
    return ofWrite(
            region,
            action,
            String.valueOf(request.tableName),
            subject,
            expressions.update(),
            expressions.guard().condition())
        .returnValues(request.returnValues)
        .returnConsumedCapacity(request.returnConsumedCapacity);
  }

  /**
   * To write items in a batch, of one table.
   *
   * @param items the items to be put and the keys of those to be deleted
   */
  public static AccessRequest ofBatchWrite(
      Region region, String table, Collection<AttributeMap> items) {
    Set<String> attributes = new LinkedHashSet<>();
    items.forEach(item -> addNames(item, attributes));
    return Access.withLeadingKeys(
        Access.toTable(region, "BatchWriteItem", table).attributes(attributes),
        Access.keyOf(region, table, null),
        items);
  }

  /**
   * To Query or Scan.
   *
   * @param clauses of the key condition; none for a Scan
   */
  static AccessRequest ofSearch(
      Region region,
      String action,
      ItemRequest request,
      List<KeyClause> clauses,
      Selection selection) {
    Set<String> attributes = new LinkedHashSet<>();
    AttributeMap.Builder fixed = AttributeMap.builder();
    for (KeyClause clause : clauses) {
      attributes.add(clause.attribute());
      if (clause.operator() == KeyOperator.EQUAL) {
        fixed.put(clause.attribute(), clause.values().getFirst());
      }
    }
    if (selection.projection() != null) {
      attributes.addAll(selection.projection().attributes());
    }
    if (selection.filter() != null) {
      attributes.addAll(selection.filter().attributes());
    }
    if (request.exclusiveStartKey != null) {
      addNames(request.exclusiveStartKey.attributes(), attributes);
    }
    String table = String.valueOf(request.tableName);
    AccessRequest access =
        Access.toIndex(region, action, table, request.indexName)
            .attributes(attributes)
            .select(
                selection.select() != null
                    ? selection.select()
                    : implied(selection.projection(), request.indexName))
            .returnConsumedCapacity(request.returnConsumedCapacity);
    return Access.withLeadingKeys(
        access, Access.keyOf(region, table, request.indexName), List.of(fixed.build()));
  }

  private static String implied(@Nullable Projection projection, @Nullable String index) {
    if (projection != null) {
      return "SPECIFIC_ATTRIBUTES";
    }
    return index == null ? "ALL_ATTRIBUTES" : "ALL_PROJECTED_ATTRIBUTES";
  }

  private static void addNames(AttributeMap attributes, Set<String> names) {
    attributes.forEach(attribute -> names.add(attribute.name()));
  }
}
