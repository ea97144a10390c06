package dev.assay.engine.control;

import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request to change a table, as it came. */
final class UpdateTableRequest {
  static final Choices REPLICATION_MODES =
      Choices.of("ENABLED", "DISABLED", "ENABLED_WITH_OVERRIDES");

  private static final Choices CONSISTENCIES = Choices.of("EVENTUAL", "STRONG");

  @Nullable String tableName;
  @Nullable List<AttributeDefinition> attributeDefinitions;
  @Nullable String billingMode;
  @Nullable ThroughputRequest throughput;
  @Nullable List<IndexUpdate> indexUpdates;
  @Nullable List<VectorIndexUpdate> vectorUpdates;
  @Nullable StreamRequest stream;
  @Nullable EncryptionRequest encryption;
  @Nullable String tableClass;
  @Nullable Boolean deletionProtection;
  @Nullable UnitsRequest warm;
  @Nullable UnitsRequest onDemand;
  @Nullable String settingsReplication;
  @Nullable Boolean disassociationProtection;
  @Nullable List<ReplicaUpdate> replicaUpdates;
  @Nullable List<ReplicaUpdate> witnessUpdates;
  @Nullable String consistency;

  static UpdateTableRequest read(JsonReader in) {
    UpdateTableRequest request = new UpdateTableRequest();
    in.request(name -> request.readMember(name, in));
    return request;
  }

  private void readMember(String name, JsonReader in) {
    switch (name) {
      case "TableName" -> tableName = in.string();
      case "AttributeDefinitions" -> attributeDefinitions = AttributeDefinition.readList(in);
      case "BillingMode" -> billingMode = in.string();
      case "ProvisionedThroughput" -> throughput = ThroughputRequest.read(in);
      case "GlobalSecondaryIndexUpdates" -> indexUpdates = IndexUpdate.readList(in);
      case "VectorIndexUpdates" -> vectorUpdates = VectorIndexUpdate.readList(in);
      case "StreamSpecification" -> stream = StreamRequest.read(in);
      case "SSESpecification" -> encryption = EncryptionRequest.read(in);
      case "TableClass" -> tableClass = in.string();
      case "DeletionProtectionEnabled" -> deletionProtection = in.bool();
      case "WarmThroughput" -> warm = UnitsRequest.readWarm(in);
      case "OnDemandThroughput" -> onDemand = UnitsRequest.readOnDemand(in);
      case "GlobalTableSettingsReplicationMode" -> settingsReplication = in.string();
      case "DisassociationProtectionEnabled" -> disassociationProtection = in.bool();
      case "ReplicaUpdates" ->
          replicaUpdates = ReplicaUpdate.readList(in, "ReplicationGroupUpdate");
      case "GlobalTableWitnessUpdates" ->
          witnessUpdates = ReplicaUpdate.readList(in, "GlobalTableWitnessGroupUpdate");
      case "MultiRegionConsistency" -> consistency = in.string();
      default -> in.skip();
    }
  }

  /** Checks each member by itself, in the service's order. */
  void check() {
    TableName.checkLength(tableName);
    Constraints constraints = Constraints.echoing();
    AttributeDefinition.check(constraints, attributeDefinitions);
    TableName.checkPattern(constraints, tableName);
    ThroughputRequest.check(constraints, "provisionedThroughput", throughput);
    constraints.oneOf("billingMode", billingMode, CreateTableRequest.BILLING_MODES);
    for (int i = 0; i < updates().size(); i++) {
      String path = "globalSecondaryIndexUpdates." + (i + 1) + ".member";
      updates().get(i).check(constraints, path);
    }
    for (int i = 0; i < vectors().size(); i++) {
      vectors().get(i).check(constraints, "vectorIndexUpdates." + (i + 1) + ".member");
    }
    StreamRequest.check(constraints, stream);
    EncryptionRequest.check(constraints, encryption);
    ReplicaUpdate.check(constraints, "replicaUpdates", replicaUpdates);
    ReplicaUpdate.check(constraints, "globalTableWitnessUpdates", witnessUpdates);
    constraints
        .oneOf("multiRegionConsistency", consistency, CONSISTENCIES)
        .oneOf("tableClass", tableClass, CreateTableRequest.TABLE_CLASSES)
        .oneOf("globalTableSettingsReplicationMode", settingsReplication, REPLICATION_MODES)
        .verify();
  }

  List<IndexUpdate> updates() {
    return indexUpdates == null ? List.of() : indexUpdates;
  }

  List<VectorIndexUpdate> vectors() {
    return vectorUpdates == null ? List.of() : vectorUpdates;
  }

  boolean asksPayPerRequest() {
    return "PAY_PER_REQUEST".equals(billingMode);
  }

  boolean asksProvisioned() {
    return "PROVISIONED".equals(billingMode);
  }

  /** Checks what can be seen without looking at the table. */
  void checkParts() {
    if (isEmpty()) {
      throw ServiceException.validation(
          "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled,"
              + " GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
    }
    replicas().forEach(ReplicaUpdate::checkParts);
    witnesses().forEach(ReplicaUpdate::checkParts);
    if (changesReplicas() && (indexUpdates != null || vectorUpdates != null || changesOwn())) {
      throw ReplicaRules.unconfirmed(
          "ReplicaUpdates cannot be combined with other changes of the table");
    }
    if (consistency != null && !changesReplicas()) {
      throw ReplicaRules.unconfirmed("MultiRegionConsistency requires ReplicaUpdates");
    }
    if (indexUpdates != null && indexUpdates.isEmpty()) {
      throw InvalidParameter.because("List of GlobalSecondaryIndexUpdates is empty");
    }
    if (vectorUpdates != null && vectorUpdates.isEmpty()) {
      throw InvalidParameter.because("List of VectorIndexUpdates is empty");
    }
    if (asksPayPerRequest() && throughput != null) {
      throw BillingChange.unitsOnDemand();
    }
    if (throughput != null) {
      throughput.checkBounds("");
    }
    checkIndexUpdates();
    if (stream != null && !stream.isEnabled() && stream.viewType() != null) {
      throw InvalidParameter.because(
          "If stream is being disabled, then UpdateViewType must not be specified");
    }
    if (stream != null && stream.isEnabled() && stream.viewType() == null) {
      throw InvalidParameter.because("If stream is being enabled then UpdateViewType is required");
    }
    if (stream != null && throughput != null) {
      throw InvalidParameter.because("You cannot modify stream status while updating table IOPS");
    }
    if (encryption != null) {
      encryption.checkParts();
    }
  }

  boolean isEmpty() {
    return indexUpdates == null && vectorUpdates == null && changesNoSetting();
  }

  /** Whether it leaves everything but the indexes as it is. */
  boolean changesNoSetting() {
    return !changesOwn()
        && Stream.of(replicaUpdates, witnessUpdates, consistency).allMatch(Objects::isNull);
  }

  /** Whether it adds, changes or deletes replicas or witnesses. */
  boolean changesReplicas() {
    return replicaUpdates != null || witnessUpdates != null;
  }

  List<ReplicaUpdate> replicas() {
    return replicaUpdates == null ? List.of() : replicaUpdates;
  }

  List<ReplicaUpdate> witnesses() {
    return witnessUpdates == null ? List.of() : witnessUpdates;
  }

  /**
   * What of it the other replicas take over; nothing is left of what each has for itself.
   *
   * @param strong whether the global table is strongly consistent: then each has a stream of its
   *     own
   */
  UpdateTableRequest forPeers(boolean strong) {
    UpdateTableRequest shared = new UpdateTableRequest();
    shared.tableName =
        tableName == null ? null : tableName.substring(tableName.lastIndexOf('/') + 1);
    shared.attributeDefinitions = attributeDefinitions;
    shared.billingMode = billingMode;
    shared.throughput = throughput;
    shared.indexUpdates = indexUpdates;
    shared.vectorUpdates = vectorUpdates;
    shared.stream = strong ? null : stream;
    shared.encryption = encryption;
    shared.tableClass = tableClass;
    shared.warm = warm;
    shared.onDemand = onDemand;
    shared.settingsReplication = settingsReplication;
    return shared;
  }

  /** Whether it changes a setting of the table itself. */
  private boolean changesOwn() {
    boolean ceilings = onDemand != null && !onDemand.isEmpty();
    return ceilings
        || !Stream.of(
                billingMode,
                throughput,
                stream,
                encryption,
                tableClass,
                deletionProtection,
                warm,
                settingsReplication,
                disassociationProtection)
            .allMatch(Objects::isNull);
  }

  private void checkIndexUpdates() {
    updates().forEach(IndexUpdate::checkPresent);
    vectors().forEach(VectorIndexUpdate::checkPresent);
    Set<String> names = new HashSet<>();
    Stream.concat(
            updates().stream().flatMap(update -> update.names().stream()),
            vectors().stream().flatMap(update -> update.names().stream()))
        .forEach(
            name -> {
              if (!names.add(name)) {
                throw InvalidParameter.because(
                    "Only one global secondary index update per index is allowed simultaneously."
                        + " Index: "
                        + name);
              }
            });
    long online = updates().stream().filter(IndexUpdate::isOnline).count() + vectors().size();
    if (online > 1) {
      throw oneOnlineIndex();
    }
  }

  static ServiceException oneOnlineIndex() {
    return new ServiceException(
        ErrorType.LIMIT_EXCEEDED,
        "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously"
            + " per table");
  }
}
