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
 * @param attachments what its description does not show
 */
public record TableDefinition(
    String name,
    String arn,
    String id,
    KeySchema key,
    List<KeyAttribute> attributeDefinitions,
    List<SecondaryIndex> indexes,
    List<VectorIndex> vectorIndexes,
    TableStatus status,
    Instant createdAt,
    TableSettings settings,
    TableAttachments attachments) {
  public TableDefinition {
    attributeDefinitions = List.copyOf(attributeDefinitions);
    indexes = List.copyOf(indexes);
    vectorIndexes = List.copyOf(vectorIndexes);
  }

  public Optional<SecondaryIndex> index(String indexName) {
    return indexes.stream().filter(index -> index.name().equals(indexName)).findFirst();
  }

  public Optional<VectorIndex> vectorIndex(String indexName) {
    return vectorIndexes.stream().filter(index -> index.name().equals(indexName)).findFirst();
  }

  public List<SecondaryIndex> localIndexes() {
    return indexes.stream().filter(index -> !index.isGlobal()).toList();
  }

  public List<SecondaryIndex> globalIndexes() {
    return indexes.stream().filter(SecondaryIndex::isGlobal).toList();
  }

  /** The ARN of the table's latest stream, if it ever had one. */
  public Optional<String> streamArn() {
    return Optional.ofNullable(settings.stream().label()).map(label -> arn + "/stream/" + label);
  }

  /** Whether a key or a search schema has the attribute, so that it stays defined. */
  public boolean uses(String attribute) {
    return key.names(attribute)
        || indexes.stream().anyMatch(index -> index.key().names(attribute))
        || vectorIndexes.stream().anyMatch(index -> index.searches(attribute));
  }

  /** Without the attribute definitions that nothing uses any more. */
  public TableDefinition withoutUnusedDefinitions() {
    return withAttributeDefinitions(
        attributeDefinitions.stream().filter(attribute -> uses(attribute.name())).toList());
  }

  /** With one index in the place of the one of the same name. */
  public TableDefinition replace(SecondaryIndex changed) {
    return withIndexes(
        indexes.stream()
            .map(index -> index.name().equals(changed.name()) ? changed : index)
            .toList());
  }

  /** With one vector index in the place of the one of the same name. */
  public TableDefinition replace(VectorIndex changed) {
    return withVectorIndexes(
        vectorIndexes.stream()
            .map(index -> index.name().equals(changed.name()) ? changed : index)
            .toList());
  }

  public TableDefinition withStatus(TableStatus newStatus) {
    return copy(attributeDefinitions, indexes, vectorIndexes, newStatus, settings, attachments);
  }

  public TableDefinition withIndexes(List<SecondaryIndex> newIndexes) {
    return copy(attributeDefinitions, newIndexes, vectorIndexes, status, settings, attachments);
  }

  public TableDefinition withVectorIndexes(List<VectorIndex> newIndexes) {
    return copy(attributeDefinitions, indexes, newIndexes, status, settings, attachments);
  }

  public TableDefinition withAttributeDefinitions(List<KeyAttribute> newDefinitions) {
    return copy(newDefinitions, indexes, vectorIndexes, status, settings, attachments);
  }

  public TableDefinition withSettings(TableSettings newSettings) {
    return copy(attributeDefinitions, indexes, vectorIndexes, status, newSettings, attachments);
  }

  public TableDefinition withAttachments(TableAttachments newAttachments) {
    return copy(attributeDefinitions, indexes, vectorIndexes, status, settings, newAttachments);
  }

  /**
   * As it is when its creation is complete, with all its indexes.
   *
   * @param begunAt when its creation began
   */
  public TableDefinition activated(Instant begunAt) {
    TableDefinition active =
        withStatus(TableStatus.ACTIVE)
            .withIndexes(
                indexes.stream().map(index -> index.withStatus(TableStatus.ACTIVE, false)).toList())
            .withVectorIndexes(
                vectorIndexes.stream()
                    .map(index -> index.withState(TableStatus.ACTIVE, VectorIndex.Phase.SERVED))
                    .toList());
    return settings.isProvisioned()
        ? active
        : active.withSettings(settings.change().payPerRequestSince(begunAt).settings());
  }

  private TableDefinition copy(
      List<KeyAttribute> newDefinitions,
      List<SecondaryIndex> newIndexes,
      List<VectorIndex> newVectorIndexes,
      TableStatus newStatus,
      TableSettings newSettings,
      TableAttachments newAttachments) {
    return new TableDefinition(
        name,
        arn,
        id,
        key,
        newDefinitions,
        newIndexes,
        newVectorIndexes,
        newStatus,
        createdAt,
        newSettings,
        newAttachments);
  }
}
