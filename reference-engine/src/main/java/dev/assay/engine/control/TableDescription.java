package dev.assay.engine.control;

import dev.assay.engine.api.Region;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.OnDemandThroughput;
import dev.assay.engine.table.RestoreSummary;
import dev.assay.engine.table.StreamSettings;
import dev.assay.engine.table.TableClassSetting;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableSettings;
import dev.assay.engine.table.Throughput;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes a table's description, in the order of the service's model. */
public final class TableDescription {
  private final Region region;
  private final Table table;
  private final TableDefinition definition;
  private final Instant now;

  /**
   * @param definition what is to be shown, which may be what the table is no longer
   */
  public TableDescription(Region region, Table table, TableDefinition definition, Instant now) {
    this.region = region;
    this.table = table;
    this.definition = definition;
    this.now = now;
  }

  public void write(JsonWriter out, String member) {
    out.startObject(member);
    out.startArray("AttributeDefinitions");
    for (KeyAttribute attribute : definition.attributeDefinitions()) {
      out.startObject()
          .member("AttributeName", attribute.name())
          .member("AttributeType", attribute.type().name())
          .endObject();
    }
    out.endArray().member("TableName", definition.name());
    writeKeySchema(out, definition.key());
    out.member("TableStatus", definition.status().name())
        .seconds("CreationDateTime", definition.createdAt());
    writeThroughput(out, definition.settings().throughput(), now);
    writeSizes(out);
    writeBilling(out);
    new IndexDescriptions(table, definition, now).write(out);
    writeStream(out);
    writeRest(out);
    out.endObject();
  }

  /** What the response to DeleteTable shows: no more than this. */
  void writeDeleted(JsonWriter out, String member) {
    out.startObject(member)
        .member("TableName", definition.name())
        .member("TableStatus", definition.status().name());
    writeThroughput(out, definition.settings().throughput(), now);
    writeSizes(out);
    writeBilling(out);
    out.member("DeletionProtectionEnabled", definition.settings().deletionProtection()).endObject();
  }

  public static void writeKeySchema(JsonWriter out, KeySchema key) {
    out.startArray("KeySchema");
    key.partition().forEach(attribute -> writeKeyElement(out, attribute, "HASH"));
    key.sort().forEach(attribute -> writeKeyElement(out, attribute, "RANGE"));
    out.endArray();
  }

  private static void writeKeyElement(JsonWriter out, KeyAttribute attribute, String type) {
    out.startObject().member("AttributeName", attribute.name()).member("KeyType", type).endObject();
  }

  static void writeThroughput(JsonWriter out, Throughput throughput, Instant now) {
    out.startObject("ProvisionedThroughput");
    if (throughput.lastIncrease() != null) {
      out.seconds("LastIncreaseDateTime", throughput.lastIncrease());
    }
    if (throughput.lastDecrease() != null) {
      out.seconds("LastDecreaseDateTime", throughput.lastDecrease());
    }
    out.member("NumberOfDecreasesToday", throughput.decreasesOn(now))
        .member("ReadCapacityUnits", throughput.readUnits())
        .member("WriteCapacityUnits", throughput.writeUnits())
        .endObject();
  }

  private void writeSizes(JsonWriter out) {
    out.member("TableSizeBytes", table.sizeBytes())
        .member("ItemCount", table.itemCount())
        .member("TableArn", definition.arn())
        .member("TableId", definition.id());
  }

  private void writeBilling(JsonWriter out) {
    TableSettings settings = definition.settings();
    Instant since = settings.payPerRequestSince();
    if (settings.isProvisioned() && since == null) {
      return;
    }
    out.startObject("BillingModeSummary").member("BillingMode", settings.billingMode().name());
    if (since != null) {
      out.seconds("LastUpdateToPayPerRequestDateTime", since);
    }
    out.endObject();
  }

  private void writeStream(JsonWriter out) {
    StreamSettings stream = definition.settings().stream();
    if (stream.enabled()) {
      out.startObject("StreamSpecification")
          .member("StreamEnabled", true)
          .member("StreamViewType", stream.viewType().name())
          .endObject();
    }
    if (stream.label() != null) {
      out.member("LatestStreamLabel", stream.label());
    }
    definition.streamArn().ifPresent(arn -> out.member("LatestStreamArn", arn));
    Replicas.write(out, region, definition);
  }

  private void writeRest(JsonWriter out) {
    TableSettings settings = definition.settings();
    if (settings.global().settingsReplication() != null) {
      out.member("GlobalTableSettingsReplicationMode", settings.global().settingsReplication());
    }
    if (settings.encryption() != null) {
      out.startObject("SSEDescription")
          .member("Status", settings.encryption().status())
          .member("SSEType", "KMS")
          .member("KMSMasterKeyArn", settings.encryption().keyArn())
          .endObject();
    }
    TableClassSetting tableClass = settings.tableClass();
    if (tableClass != null) {
      out.startObject("TableClassSummary").member("TableClass", tableClass.tableClass().name());
      if (tableClass.changedAt() != null) {
        out.seconds("LastUpdateDateTime", tableClass.changedAt());
      }
      out.endObject();
    }
    writeRestore(out, settings.restore());
    out.member("DeletionProtectionEnabled", settings.deletionProtection());
    if (settings.global().disassociationProtection() != null) {
      out.member("DisassociationProtectionEnabled", settings.global().disassociationProtection());
    }
    writeOnDemand(out, settings.onDemand());
    out.startObject("WarmThroughput")
        .member("ReadUnitsPerSecond", settings.warm().readUnits())
        .member("WriteUnitsPerSecond", settings.warm().writeUnits())
        .member("Status", definition.status().name())
        .endObject();
    Replicas.writeConsistency(out, region, definition);
    new VectorIndexDescriptions(table, definition).write(out);
  }

  private static void writeRestore(JsonWriter out, @Nullable RestoreSummary restore) {
    if (restore == null) {
      return;
    }
    out.startObject("RestoreSummary");
    if (restore.backupArn() != null) {
      out.member("SourceBackupArn", restore.backupArn());
    }
    out.member("SourceTableArn", restore.sourceTableArn())
        .seconds("RestoreDateTime", restore.restoredTo())
        .member("RestoreInProgress", true)
        .endObject();
  }

  public static void writeOnDemand(JsonWriter out, OnDemandThroughput onDemand) {
    if (onDemand.isNone()) {
      return;
    }
    out.startObject("OnDemandThroughput");
    if (onDemand.maxReadUnits() != null) {
      out.member("MaxReadRequestUnits", onDemand.maxReadUnits());
    }
    if (onDemand.maxWriteUnits() != null) {
      out.member("MaxWriteRequestUnits", onDemand.maxWriteUnits());
    }
    out.endObject();
  }
}
