package dev.assay.engine.control;

import dev.assay.engine.api.Region;
import dev.assay.engine.request.Tables;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.table.BillingMode;
import dev.assay.engine.table.Encryption;
import dev.assay.engine.table.GlobalSettings;
import dev.assay.engine.table.StreamSettings;
import dev.assay.engine.table.TableAttachments;
import dev.assay.engine.table.TableClass;
import dev.assay.engine.table.TableClassSetting;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableSettings;
import dev.assay.engine.table.TableStatus;
import dev.assay.engine.table.Throughput;
import dev.assay.engine.table.VectorIndex;
import dev.assay.engine.table.WarmThroughput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the definition of a new table, and checks that its parts go together. */
public final class NewTable {
  private final Region region;
  private final CreateTableRequest request;
  private final boolean provisioned;

  public NewTable(Region region, CreateTableRequest request) {
    this.region = region;
    this.request = request;
    this.provisioned = !"PAY_PER_REQUEST".equals(request.billingMode);
  }

  /** The definition of a table that is being created. */
  public TableDefinition definition() {
    String name = TableName.check(Tables.name(region, Objects.requireNonNull(request.tableName)));
    checkBilling();
    Schema schema = new Schema(Objects.requireNonNull(request.attributeDefinitions));
    KeySchema key = schema.pair(Objects.requireNonNull(request.keySchema));
    NewIndexes indexes = new NewIndexes(schema, key, provisioned);
    indexes.addLocals(request.locals);
    indexes.addGlobals(request.globals);
    Instant now = region.clock().instant();
    List<VectorIndex> vectors =
        request.vectors == null
            ? List.of()
            : new NewVectorIndexes(schema, now).forNewTable(request.vectors, provisioned);
    vectors.forEach(index -> indexes.requireNewName(index.name()));
    schema.requireAllUsed(
        request.locals != null || request.globals != null || request.vectors != null);
    TableSettings settings = settings(name);
    return new TableDefinition(
        name,
        region.tableArn(name),
        region.uuids().get(),
        key,
        schema.definitions(),
        indexes.indexes(),
        vectors,
        TableStatus.CREATING,
        now,
        settings,
        attachments(region.tableArn(name), now));
  }

  private TableAttachments attachments(String arn, Instant now) {
    TableAttachments attachments = TableAttachments.NONE;
    if (request.tags != null) {
      attachments = attachments.withTags(Tags.with(Map.of(), request.tags));
    }
    if (request.resourcePolicy != null) {
      PolicyDocument.check(request.resourcePolicy);
      attachments =
          attachments.withPolicies(
              Map.of(arn, PolicyDocument.revised(request.resourcePolicy, null, now)));
    }
    return attachments;
  }

  private void checkBilling() {
    if (!provisioned && request.throughput != null) {
      throw InvalidParameter.because(
          "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
              + " PAY_PER_REQUEST");
    }
    if (provisioned && request.throughput == null) {
      throw InvalidParameter.because(
          "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is"
              + " PROVISIONED");
    }
    if (request.throughput != null) {
      request.throughput.checkBounds("");
    }
  }

  private TableSettings settings(String tableName) {
    ThroughputRequest units = request.throughput;
    WarmThroughput least =
        units == null ? WarmThroughput.ON_DEMAND : new WarmThroughput(units.read(), units.write());
    return new TableSettings(
        provisioned ? BillingMode.PROVISIONED : BillingMode.PAY_PER_REQUEST,
        units == null ? Throughput.NONE : units.throughput(),
        null,
        OnDemandRules.forNew(request.onDemand, provisioned, "table"),
        WarmRules.asked(request.warm, least, "table"),
        Boolean.TRUE.equals(request.deletionProtection),
        request.tableClass == null
            ? null
            : new TableClassSetting(TableClass.valueOf(request.tableClass), null),
        encryption(),
        stream(tableName),
        new GlobalSettings(request.settingsReplication, null, null),
        null);
  }

  private @Nullable Encryption encryption() {
    if (request.encryption == null) {
      return null;
    }
    request.encryption.checkParts();
    return request.encryption.in(region);
  }

  private StreamSettings stream(String tableName) {
    StreamRequest stream = request.stream;
    if (stream == null) {
      return StreamSettings.NONE;
    }
    if (!stream.isEnabled()) {
      if (stream.viewType() != null) {
        throw InvalidParameter.because(
            "Table is being created with a stream disabled, UpdateViewType should not be"
                + " specified");
      }
      return StreamSettings.NONE;
    }
    if (stream.viewType() == null) {
      throw InvalidParameter.because(
          "Table is being created with a stream enabled, UpdateViewType must be specified");
    }
    return stream.begin(region, tableName);
  }
}
