package dev.assay.engine.partiql;

import dev.assay.engine.api.Region;
import dev.assay.engine.auth.AccessRequest;
import dev.assay.engine.expression.Condition;
import dev.assay.engine.request.Access;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.value.AttributeMap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a statement asks leave for, before anybody looks for its table. */
final class StatementAccess {
  private StatementAccess() {}

  static AccessRequest of(Region region, Statement statement) {
    return switch (statement) {
      case Statement.Select select -> ofSelect(region, select);
      case Statement.Check check -> ofSelect(region, check.select());
      case Statement.Insert insert ->
          ofWrite(region, "PartiQLInsert", insert.tableName(), names(insert.item()), insert.item());
      case Statement.Update update -> {
        Set<String> attributes = names(update.where());
        attributes.addAll(update.update().attributes());
        yield ofWrite(
            region,
            "PartiQLUpdate",
            update.tableName(),
            attributes,
            keyOf(region, update.tableName(), update.where()));
      }
      case Statement.Delete delete ->
          ofWrite(
              region,
              "PartiQLDelete",
              delete.tableName(),
              names(delete.where()),
              keyOf(region, delete.tableName(), delete.where()));
    };
  }

  private static AccessRequest ofSelect(Region region, Statement.Select select) {
    Set<String> attributes = names(select.where());
    Columns columns = select.columns();
    if (columns != null) {
      attributes.addAll(columns.attributes());
    }
    KeySchema key = Access.keyOf(region, select.tableName(), select.indexName());
    List<KeyBranch> branches =
        key == null || select.where() == null ? null : KeyBranch.of(select.where(), key);
    boolean scans = branches == null || !branches.stream().allMatch(KeyBranch::isKeyed);
    List<AttributeMap> partitions = new ArrayList<>();
    if (branches != null && key != null && !scans) {
      String name = key.partition().get(0).name();
      branches.forEach(each -> partitions.add(AttributeMap.of(name, each.partitionValue())));
    }
    AccessRequest request =
        Access.toIndex(region, "PartiQLSelect", select.tableName(), select.indexName())
            .attributes(attributes)
            .select(columns == null ? "ALL_ATTRIBUTES" : "SPECIFIC_ATTRIBUTES")
            .fullTableScan(scans);
    return Access.withLeadingKeys(request, key, partitions);
  }

  private static AccessRequest ofWrite(
      Region region, String action, String table, Set<String> attributes, AttributeMap key) {
    return Access.withLeadingKeys(
        Access.toTable(region, action, table).attributes(attributes),
        Access.keyOf(region, table, null),
        List.of(key));
  }

  private static AttributeMap keyOf(Region region, String table, @Nullable Condition where) {
    KeySchema key = Access.keyOf(region, table, null);
    return key == null ? AttributeMap.EMPTY : WriteKey.namedBy(where, key);
  }

  private static Set<String> names(@Nullable Condition condition) {
    return condition == null ? new LinkedHashSet<>() : new LinkedHashSet<>(condition.attributes());
  }

  private static Set<String> names(AttributeMap item) {
    Set<String> names = new LinkedHashSet<>();
    item.forEach(attribute -> names.add(attribute.name()));
    return names;
  }
}
