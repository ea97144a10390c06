package dev.assay.engine.recovery.api;

import dev.assay.engine.control.IndexDescriptions;
import dev.assay.engine.control.TableDescription;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.recovery.Backup;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableSettings;
import dev.assay.engine.table.Throughput;
import dev.assay.engine.table.TimeToLive;
import java.util.List;

/** Writes what a backup is, and what it keeps of its table. */
final class BackupDescription {
  private final Backup backup;

  BackupDescription(Backup backup) {
    this.backup = backup;
  }

  /** The whole response of DescribeBackup and DeleteBackup. */
  void write(JsonWriter out) {
    out.startObject().startObject("BackupDescription");
    writeDetails(out);
    writeTable(out);
    writeFeatures(out);
    out.endObject().endObject();
  }

  void writeDetails(JsonWriter out) {
    out.startObject("BackupDetails");
    writeMembers(out);
    out.endObject();
  }

  /** An element of a list. */
  void writeSummary(JsonWriter out) {
    out.startObject()
        .member("TableName", backup.table().name())
        .member("TableId", backup.table().id())
        .member("TableArn", backup.table().arn());
    writeMembers(out);
    out.endObject();
  }

  private void writeMembers(JsonWriter out) {
    out.member("BackupArn", backup.arn()).seconds("BackupCreationDateTime", backup.createdAt());
    if (backup.expiresAt() != null) {
      out.seconds("BackupExpiryDateTime", backup.expiresAt());
    }
    out.member("BackupName", backup.name())
        .member("BackupSizeBytes", backup.sizeBytes())
        .member("BackupStatus", backup.status().name())
        .member("BackupType", backup.type().name());
  }

  private void writeTable(JsonWriter out) {
    TableDefinition table = backup.table();
    TableSettings settings = table.settings();
    out.startObject("SourceTableDetails")
        .member("BillingMode", settings.billingMode().name())
        .member("ItemCount", backup.itemCount());
    TableDescription.writeKeySchema(out, table.key());
    TableDescription.writeOnDemand(out, settings.onDemand());
    writeUnits(out, settings.throughput());
    out.member("TableArn", table.arn())
        .seconds("TableCreationDateTime", table.createdAt())
        .member("TableId", table.id())
        .member("TableName", table.name())
        .member("TableSizeBytes", backup.sizeBytes())
        .endObject();
  }

  private static void writeUnits(JsonWriter out, Throughput throughput) {
    out.startObject("ProvisionedThroughput")
        .member("ReadCapacityUnits", throughput.readUnits())
        .member("WriteCapacityUnits", throughput.writeUnits())
        .endObject();
  }

  private void writeFeatures(JsonWriter out) {
    out.startObject("SourceTableFeatureDetails");
    if (backup.type() == Backup.Type.USER) {
      writeIndexes(out, "GlobalSecondaryIndexes", backup.table().globalIndexes());
      writeIndexes(out, "LocalSecondaryIndexes", backup.table().localIndexes());
      writeSettings(out);
    }
    out.endObject();
  }

  private static void writeIndexes(JsonWriter out, String member, List<SecondaryIndex> indexes) {
    if (indexes.isEmpty()) {
      return;
    }
    out.startArray(member);
    for (SecondaryIndex index : indexes) {
      out.startObject().member("IndexName", index.name());
      TableDescription.writeKeySchema(out, index.key());
      IndexDescriptions.writeProjection(out, index.projection());
      if (index.isGlobal()) {
        writeUnits(out, index.throughput());
        TableDescription.writeOnDemand(out, index.onDemand());
      }
      out.endObject();
    }
    out.endArray();
  }

  private void writeSettings(JsonWriter out) {
    TableSettings settings = backup.table().settings();
    if (settings.encryption() != null) {
      out.startObject("SSEDescription")
          .member("KMSMasterKeyArn", settings.encryption().keyArn())
          .member("SSEType", "KMS")
          .member("Status", "ENABLED")
          .endObject();
    }
    if (settings.stream().enabled()) {
      out.startObject("StreamDescription")
          .member("StreamEnabled", true)
          .member("StreamViewType", settings.stream().viewType().name())
          .endObject();
    }
    TimeToLive expiry = backup.table().attachments().timeToLive();
    if (expiry.isOn() && expiry.attribute() != null) {
      out.startObject("TimeToLiveDescription")
          .member("AttributeName", expiry.attribute())
          .member("TimeToLiveStatus", "ENABLED")
          .endObject();
    }
  }
}
