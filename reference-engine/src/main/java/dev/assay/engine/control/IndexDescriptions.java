package dev.assay.engine.control;

import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.store.IndexData;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.IndexProjection;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableStatus;
import java.time.Instant;
import java.util.List;

/** Writes the descriptions of a table's indexes. */
public final class IndexDescriptions {
  private final Table table;
  private final TableDefinition definition;
  private final Instant now;

  IndexDescriptions(Table table, TableDefinition definition, Instant now) {
    this.table = table;
    this.definition = definition;
    this.now = now;
  }

  void write(JsonWriter out) {
    List<SecondaryIndex> locals = definition.localIndexes();
    if (!locals.isEmpty()) {
      out.startArray("LocalSecondaryIndexes");
      for (SecondaryIndex index : locals) {
        startIndex(out, index);
        endIndex(out, index);
      }
      out.endArray();
    }
    List<SecondaryIndex> globals = definition.globalIndexes();
    if (!globals.isEmpty()) {
      out.startArray("GlobalSecondaryIndexes");
      globals.forEach(index -> writeGlobal(out, index));
      out.endArray();
    }
  }

  private void writeGlobal(JsonWriter out, SecondaryIndex index) {
    startIndex(out, index);
    out.member("IndexStatus", index.status().name());
    boolean addedLater = definition.status() != TableStatus.CREATING;
    if (index.status() == TableStatus.CREATING && addedLater) {
      out.member("Backfilling", index.backfilling());
    }
    TableDescription.writeThroughput(out, index.throughput(), now);
    TableDescription.writeOnDemand(out, index.onDemand());
    out.startObject("WarmThroughput")
        .member("ReadUnitsPerSecond", index.warm().readUnits())
        .member("WriteUnitsPerSecond", index.warm().writeUnits())
        .member("Status", index.status().name())
        .endObject();
    endIndex(out, index);
  }

  private static void startIndex(JsonWriter out, SecondaryIndex index) {
    out.startObject().member("IndexName", index.name());
    TableDescription.writeKeySchema(out, index.key());
    writeProjection(out, index.projection());
  }

  private void endIndex(JsonWriter out, SecondaryIndex index) {
    out.member("IndexSizeBytes", table.index(index.name()).map(IndexData::sizeBytes).orElse(0L))
        .member("ItemCount", table.index(index.name()).map(IndexData::itemCount).orElse(0L))
        .member("IndexArn", definition.arn() + "/index/" + index.name())
        .endObject();
  }

  public static void writeProjection(JsonWriter out, IndexProjection projection) {
    out.startObject("Projection").member("ProjectionType", projection.type().name());
    if (projection.type() == IndexProjection.Type.INCLUDE) {
      out.strings("NonKeyAttributes", projection.nonKeyAttributes());
    }
    out.endObject();
  }
}
