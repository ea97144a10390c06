package dev.assay.engine.request;

import dev.assay.engine.api.Region;
import dev.assay.engine.auth.AccessRequest;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What operations ask leave for, by table and index. They ask before they look for the table: one
 * who may not use it is not told whether it is there.
 */
public final class Access {
  /** By position of the partition key attribute; the first has an older name besides. */
  private static final List<String> PARTITION_KEYS =
      List.of(
          "dynamodb:FirstPartitionKeyValues",
          "dynamodb:SecondPartitionKeyValues",
          "dynamodb:ThirdPartitionKeyValues",
          "dynamodb:FourthPartitionKeyValues");

  private Access() {}

  /** An action on a table. */
  public static AccessRequest toTable(Region region, String action, String nameOrArn) {
    return AccessRequest.of(action, arn(region, nameOrArn));
  }

  /** An action on an index, or on the table itself if there is no index name. */
  public static AccessRequest toIndex(
      Region region, String action, String nameOrArn, @Nullable String indexName) {
    String table = arn(region, nameOrArn);
    return AccessRequest.of(action, indexName == null ? table : table + "/index/" + indexName);
  }

  /** An action on all tables of the region, such as to list them. */
  public static AccessRequest toEveryTable(Region region, String action) {
    return AccessRequest.of(action, region.tableArn("*"));
  }

  /** An action without a resource. */
  public static AccessRequest toAccount(String action) {
    return AccessRequest.of(action, "*");
  }

  private static String arn(Region region, String nameOrArn) {
    return nameOrArn.startsWith("arn:") ? nameOrArn : region.tableArn(nameOrArn);
  }

  /** The key of a table or an index; null if there is none of that name. */
  public static @Nullable KeySchema keyOf(
      Region region, String nameOrArn, @Nullable String indexName) {
    String name = nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
    Optional<TableDefinition> table = region.catalog().find(name).map(Table::definition);
    return indexName == null
        ? table.map(TableDefinition::key).orElse(null)
        : table.flatMap(each -> each.index(indexName)).map(SecondaryIndex::key).orElse(null);
  }

  /** The request with the partition key values of these items or keys. */
  public static AccessRequest withLeadingKeys(
      AccessRequest request, @Nullable KeySchema schema, Collection<AttributeMap> items) {
    if (schema == null) {
      return request;
    }
    AccessRequest result = request;
    for (int i = 0; i < schema.partition().size(); i++) {
      KeyAttribute attribute = schema.partition().get(i);
      List<String> values = new ArrayList<>();
      for (AttributeMap item : items) {
        String text = text(item.find(attribute.name()));
        if (text != null) {
          values.add(text);
        }
      }
      result = result.with(PARTITION_KEYS.get(i), values);
      if (i == 0) {
        result = result.leadingKeys(values);
      }
    }
    return result;
  }

  /** A key value as policies see it; null if it is none that a key can have. */
  private static @Nullable String text(@Nullable AttributeValue value) {
    return switch (value) {
      case AttributeValue.S s -> s.value();
      case AttributeValue.N n -> n.value().text();
      case AttributeValue.B b -> b.value().base64();
      case null, default -> null;
    };
  }
}
