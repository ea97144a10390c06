package dev.assay.engine.table;

import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that describes a table, immutable: a change makes another definition.
 *
 * @param id a UUID that no other table ever has (fact 144)
 * @param attributeDefinitions the declared key attributes, in the order of their declaration
 * @param indexes local and global secondary indexes, in the order of their declaration
 * @param settings what has no bearing on how items are stored
 */
public record TableDefinition(
    String name,
    String arn,
    String id,
    KeySchema key,
    List<KeyAttribute> attributeDefinitions,
    List<SecondaryIndex> indexes,
    TableStatus status,
    Instant createdAt,
    TableSettings settings) {
  public TableDefinition {
    attributeDefinitions = List.copyOf(attributeDefinitions);
    indexes = List.copyOf(indexes);
  }

  public Optional<SecondaryIndex> index(String indexName) {
    return indexes.stream().filter(index -> index.name().equals(indexName)).findFirst();
  }

  public List<SecondaryIndex> localIndexes() {
    return indexes.stream().filter(index -> !index.isGlobal()).toList();
  }

  public List<SecondaryIndex> globalIndexes() {
    return indexes.stream().filter(SecondaryIndex::isGlobal).toList();
  }

  public TableDefinition withStatus(TableStatus newStatus) {
    return new TableDefinition(
        name, arn, id, key, attributeDefinitions, indexes, newStatus, createdAt, settings);
  }

  public TableDefinition withIndexes(List<SecondaryIndex> newIndexes) {
    return new TableDefinition(
        name, arn, id, key, attributeDefinitions, newIndexes, status, createdAt, settings);
  }

  public TableDefinition withAttributeDefinitions(List<KeyAttribute> newDefinitions) {
    return new TableDefinition(
        name, arn, id, key, newDefinitions, indexes, status, createdAt, settings);
  }

  public TableDefinition withSettings(TableSettings newSettings) {
    return new TableDefinition(
        name, arn, id, key, attributeDefinitions, indexes, status, createdAt, newSettings);
  }
}
