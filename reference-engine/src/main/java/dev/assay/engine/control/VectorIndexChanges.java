package dev.assay.engine.control;

import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableStatus;
import dev.assay.engine.table.VectorIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Changes of a table's vector indexes: what may be changed, and what that makes of them. */
final class VectorIndexChanges {
  private final UpdateTableRequest request;
  private final Instant now;

  VectorIndexChanges(UpdateTableRequest request, Instant now) {
    this.request = request;
    this.now = now;
  }

  /** The table while its vector indexes are being changed, or a refusal. */
  TableDefinition begin(TableDefinition table) {
    TableDefinition changed = table;
    for (VectorIndexUpdate update : request.vectors()) {
      if (update.create() != null) {
        changed = withCreated(changed, update.create());
      }
      if (update.delete() != null) {
        changed = changed.replace(deleted(changed, update.delete().name()));
      }
    }
    return changed;
  }

  private TableDefinition withCreated(TableDefinition table, VectorIndexRequest asked) {
    IndexChanges.requireNewName(table, asked.name());
    IndexChanges.requireNoOnlineIndex(table);
    Schema schema = IndexChanges.schema(request, table);
    VectorIndex created = NewVectorIndexes.forTable(asked, table, schema, now);
    if (table.vectorIndexes().size() >= NewVectorIndexes.MOST) {
      throw IndexChanges.tooMany("vector secondary indexes", NewVectorIndexes.MOST);
    }
    List<VectorIndex> indexes = new ArrayList<>(table.vectorIndexes());
    indexes.add(created);
    return table
        .withVectorIndexes(indexes)
        .withAttributeDefinitions(schema.addUsedTo(table.attributeDefinitions()));
  }

  private static VectorIndex deleted(TableDefinition table, String name) {
    VectorIndex index = table.vectorIndex(name).orElseThrow(IndexChanges::notFound);
    switch (index.phase()) {
      case WITH_TABLE -> throw TableInUse.index("created", table.name(), name);
      case ALLOCATING -> throw IndexChanges.allocating(table, name);
      case BACKFILLING -> {
        // This is how a build is called off.
      }
      case ACTIVE_NOT_SERVED, SERVED -> {
        if (index.status() == TableStatus.DELETING) {
          throw TableInUse.index("deleted", table.name(), name);
        }
        IndexChanges.requireNoOnlineIndex(table);
      }
    }
    return index.withState(TableStatus.DELETING, index.phase());
  }
}
