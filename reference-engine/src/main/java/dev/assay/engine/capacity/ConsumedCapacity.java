package dev.assay.engine.capacity;

import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.store.IndexChange;
import dev.assay.engine.store.VectorChange;
import dev.assay.engine.store.Write;
import dev.assay.engine.table.SecondaryIndex;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a request consumed of one table and its indexes (facts 4 and 95 to 108). An index that was
 * charged nothing does not appear.
 */
public final class ConsumedCapacity {
  private final String tableName;
  private final Map<String, Arm> locals = new TreeMap<>();
  private final Map<String, Arm> globals = new TreeMap<>();
  private final Map<String, Long> vectorBytes = new TreeMap<>();
  private final Arm table = new Arm();

  /** Units of one table or index; a transaction tells reads from writes. */
  private static final class Arm {
    private double readUnits;
    private double writeUnits;

    double units() {
      return readUnits + writeUnits;
    }
  }

  public ConsumedCapacity(String tableName) {
    this.tableName = tableName;
  }

  public String tableName() {
    return tableName;
  }

  public void addTableRead(double units) {
    table.readUnits += units;
  }

  public void addTableWrite(double units) {
    table.writeUnits += units;
  }

  public void addIndexRead(SecondaryIndex index, double units) {
    if (units > 0) {
      arm(index).readUnits += units;
    }
  }

  public void addIndexWrite(SecondaryIndex index, double units) {
    if (units > 0) {
      arm(index).writeUnits += units;
    }
  }

  /**
   * Charges a write: the table on the larger of the two images, each index on what changed in it
   * (facts 99 to 104).
   *
   * @param tableFactor 1, or 2 in a transaction, where only the table's arm doubles (fact 105)
   */
  public void addWrite(Write write, double tableFactor) {
    addTableWrite(tableFactor * Units.write(write.billedBytes()));
    for (IndexChange change : write.indexChanges()) {
      addIndexWrite(change.index(), IndexUnits.of(change));
    }
    for (VectorChange change : write.vectorChanges()) {
      long bytes = VectorBytes.of(change);
      if (bytes > 0) {
        vectorBytes.merge(change.indexName(), bytes, Long::sum);
      }
    }
  }

  private Arm arm(SecondaryIndex index) {
    return (index.isGlobal() ? globals : locals).computeIfAbsent(index.name(), name -> new Arm());
  }

  /** Units of the table and all its indexes. */
  public double totalUnits() {
    return table.units() + sum(locals, false) + sum(globals, false);
  }

  private static double sum(Map<String, Arm> arms, boolean readsOnly) {
    double units = 0;
    for (Arm arm : arms.values()) {
      units += readsOnly ? arm.readUnits : arm.units();
    }
    return units;
  }

  /** Writes the member {@code ConsumedCapacity}, if it was asked for. */
  public void writeMember(CapacityReport report, JsonWriter out) {
    if (report != CapacityReport.NONE) {
      out.name("ConsumedCapacity");
      write(report, false, out);
    }
  }

  /**
   * Writes the object.
   *
   * @param split whether to tell reads from writes, as transactions do (fact 4)
   */
  public void write(CapacityReport report, boolean split, JsonWriter out) {
    out.startObject().member("TableName", tableName).member("CapacityUnits", totalUnits());
    if (split) {
      split(
          table.readUnits + sum(locals, true) + sum(globals, true),
          totalUnits() - table.readUnits - sum(locals, true) - sum(globals, true),
          out);
    }
    if (report == CapacityReport.INDEXES) {
      arm("Table", table, split, out);
      arms("LocalSecondaryIndexes", locals, split, out);
      arms("GlobalSecondaryIndexes", globals, split, out);
      writeVectorBytes(out);
    }
    out.endObject();
  }

  private void writeVectorBytes(JsonWriter out) {
    if (!vectorBytes.isEmpty()) {
      out.startObject("VectorIndexes");
      vectorBytes.forEach(
          (index, bytes) ->
              out.startObject(index)
                  .member("VectorWriteRequestBytes", bytes.doubleValue())
                  .endObject());
      out.endObject();
    }
  }

  private static void arms(String name, Map<String, Arm> arms, boolean split, JsonWriter out) {
    if (!arms.isEmpty()) {
      out.startObject(name);
      arms.forEach((index, arm) -> arm(index, arm, split, out));
      out.endObject();
    }
  }

  private static void arm(String name, Arm arm, boolean split, JsonWriter out) {
    out.startObject(name);
    if (split) {
      split(arm.readUnits, arm.writeUnits, out);
    }
    out.member("CapacityUnits", arm.units()).endObject();
  }

  private static void split(double reads, double writes, JsonWriter out) {
    if (reads > 0) {
      out.member("ReadCapacityUnits", reads);
    }
    if (writes > 0) {
      out.member("WriteCapacityUnits", writes);
    }
  }
}
