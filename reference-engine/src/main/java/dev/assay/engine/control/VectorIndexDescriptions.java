package dev.assay.engine.control;

import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.VectorData;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.VectorIndex;

/** Writes the descriptions of a table's vector indexes. */
final class VectorIndexDescriptions {
  private final Table table;
  private final TableDefinition definition;

  VectorIndexDescriptions(Table table, TableDefinition definition) {
    this.table = table;
    this.definition = definition;
  }

  void write(JsonWriter out) {
    if (definition.vectorIndexes().isEmpty()) {
      return;
    }
    out.startArray("VectorIndexes");
    definition.vectorIndexes().forEach(index -> write(out, index));
    out.endArray();
  }

  private void write(JsonWriter out, VectorIndex index) {
    out.startObject().member("IndexName", index.name());
    if (!index.searchSchema().isEmpty()) {
      out.startArray("SearchSchema");
      for (VectorIndex.SearchAttribute attribute : index.searchSchema()) {
        out.startObject()
            .member("AttributeName", attribute.name())
            .member("SearchSchemaElementType", attribute.role().name())
            .endObject();
      }
      out.endArray();
    }
    IndexDescriptions.writeProjection(out, index.projection());
    out.startObject("VectorAttribute").member("AttributeName", index.attribute()).endObject();
    out.member("Dimensions", index.dimensions())
        .member("DistanceFunction", index.distance().name())
        .member("IndexStatus", index.status().name());
    switch (index.phase()) {
      case ALLOCATING -> out.member("Backfilling", false);
      case BACKFILLING -> out.member("Backfilling", true);
      case WITH_TABLE, ACTIVE_NOT_SERVED, SERVED -> {
        // Only an index that is being built on a live table says so.
      }
    }
    out.member("IndexSizeBytes", table.vectors(index.name()).map(VectorData::sizeBytes).orElse(0L))
        .member("ItemCount", table.vectors(index.name()).map(VectorData::itemCount).orElse(0L))
        .member("IndexArn", definition.arn() + "/index/" + index.name())
        .endObject();
  }
}
