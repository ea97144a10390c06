package dev.assay.engine.recovery.api;

import dev.assay.engine.api.Region;
import dev.assay.engine.control.EncryptionRequest;
import dev.assay.engine.control.IndexRequest;
import dev.assay.engine.control.InvalidParameter;
import dev.assay.engine.control.KeySchemaElement;
import dev.assay.engine.control.ThroughputRequest;
import dev.assay.engine.control.UnitsRequest;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.table.BillingMode;
import dev.assay.engine.table.Encryption;
import dev.assay.engine.table.GlobalSettings;
import dev.assay.engine.table.OnDemandThroughput;
import dev.assay.engine.table.RestoreSummary;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.StreamSettings;
import dev.assay.engine.table.TableAttachments;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableSettings;
import dev.assay.engine.table.TableStatus;
import dev.assay.engine.table.Throughput;
import dev.assay.engine.table.WarmThroughput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a restored table is to differ from the one that it came from. Streams, time to live, tags,
 * policies, protection against deletion, the table class and continuous backups never come along.
 */
final class RestoreOverrides {
  private static final Choices BILLING_MODES = Choices.of("PROVISIONED", "PAY_PER_REQUEST");

  private @Nullable String billingMode;
  private @Nullable List<IndexRequest> globals;
  private @Nullable List<IndexRequest> locals;
  private @Nullable ThroughputRequest throughput;
  private @Nullable UnitsRequest onDemand;
  private @Nullable EncryptionRequest encryption;

  /**
   * Reads a member, if it is one of these.
   *
   * @return false if it is another, which has not been read
   */
  boolean read(String member, JsonReader in) {
    switch (member) {
      case "BillingModeOverride" -> billingMode = in.string();
      case "GlobalSecondaryIndexOverride" -> globals = IndexRequest.readGlobals(in);
      case "LocalSecondaryIndexOverride" -> locals = IndexRequest.readLocals(in);
      case "ProvisionedThroughputOverride" -> throughput = ThroughputRequest.read(in);
      case "OnDemandThroughputOverride" -> onDemand = UnitsRequest.readOnDemand(in);
      case "SSESpecificationOverride" -> encryption = EncryptionRequest.read(in);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Checks each member by itself. */
  void check(Constraints constraints) {
    constraints.oneOf("billingModeOverride", billingMode, BILLING_MODES);
    ThroughputRequest.check(constraints, "provisionedThroughputOverride", throughput);
    check(
        constraints,
        "globalSecondaryIndexOverride",
        globals,
        KeySchemaElement.MOST_OF_GLOBAL_INDEX);
    check(constraints, "localSecondaryIndexOverride", locals, KeySchemaElement.MOST_OF_TABLE);
    EncryptionRequest.check(constraints, encryption);
  }

  private static void check(
      Constraints constraints, String path, @Nullable List<IndexRequest> indexes, int mostKeys) {
    int i = 0;
    for (IndexRequest index : indexes == null ? List.<IndexRequest>of() : indexes) {
      index.check(constraints, path + "." + ++i + ".member", mostKeys);
    }
  }

  /** Refuses to take a table into another region without saying how it is encrypted there. */
  void checkRegions(String source, Region target) {
    if (!source.equals(target.name()) && encryption == null) {
      throw ServiceException.validation(
          "Invalid Request: sseSpecificationOverride must be provided for cross-region restores");
    }
  }

  /** The definition of the new table, in its state CREATING. */
  TableDefinition definition(
      Region target, TableDefinition source, String name, RestoreSummary summary) {
    boolean provisioned = isProvisioned(source);
    checkUnits(source, provisioned);
    List<SecondaryIndex> indexes = new ArrayList<>(chosen(source.localIndexes(), locals));
    for (SecondaryIndex index : chosen(source.globalIndexes(), globals)) {
      indexes.add(paid(index, provisioned).withStatus(TableStatus.CREATING, false));
    }
    Instant now = target.clock().instant();
    return new TableDefinition(
            name,
            target.tableArn(name),
            target.uuids().get(),
            source.key(),
            source.attributeDefinitions(),
            indexes,
            List.of(),
            TableStatus.CREATING,
            now,
            settings(target, source, provisioned, summary),
            TableAttachments.NONE)
        .withoutUnusedDefinitions();
  }

  private boolean isProvisioned(TableDefinition source) {
    return billingMode == null
        ? source.settings().isProvisioned()
        : billingMode.equals("PROVISIONED");
  }

  private void checkUnits(TableDefinition source, boolean provisioned) {
    if (throughput != null && !provisioned) {
      throw ServiceException.validation(
          "Cannot override ProvisionedThroughput unless BillingMode is PROVISIONED");
    }
    if (provisioned && !source.settings().isProvisioned() && throughput == null) {
      throw ServiceException.validation(
          "Must override ProvisionedThroughput if BillingMode is overridden to PROVISIONED");
    }
    if (onDemand == null || onDemand.isEmpty()) {
      return;
    }
    OnDemandThroughput ceilings = onDemand.onDemand();
    String first = ceilings.maxReadUnits() == null ? "MaxWriteRequestUnits" : "MaxReadRequestUnits";
    if (provisioned) {
      throw InvalidParameter.because(
          first
              + " for OnDemandThroughput cannot be specified when table BillingMode is"
              + " PROVISIONED.");
    }
    checkCeiling("MaxReadRequestUnits", ceilings.maxReadUnits());
    checkCeiling("MaxWriteRequestUnits", ceilings.maxWriteUnits());
  }

  private static void checkCeiling(String member, @Nullable Long units) {
    if (units != null && units < 1) {
      throw InvalidParameter.because(
          "Requested " + member + " for OnDemandThroughput is outside of valid range");
    }
  }

  /** The indexes to restore: all, or those asked for, which may have other names. */
  private static List<SecondaryIndex> chosen(
      List<SecondaryIndex> there, @Nullable List<IndexRequest> asked) {
    if (asked == null) {
      return there;
    }
    List<SecondaryIndex> chosen = new ArrayList<>();
    for (IndexRequest request : asked) {
      SecondaryIndex match =
          there.stream()
              .filter(index -> matches(index, request))
              .findFirst()
              .orElseThrow(() -> unknown(request.name()));
      if (chosen.stream().anyMatch(index -> index.name().equals(request.name()))) {
        throw InvalidParameter.because("Duplicate index name: " + request.name());
      }
      chosen.add(renamed(match, request));
    }
    return chosen;
  }

  private static ServiceException unknown(String name) {
    return ServiceException.validation(
        "Index "
            + name
            + " does not match a secondary index that existed in the source table and cannot be"
            + " created during the restore operation");
  }

  private static boolean matches(SecondaryIndex index, IndexRequest request) {
    List<String> partition = index.key().partition().stream().map(KeyAttribute::name).toList();
    List<String> sort = index.key().sort().stream().map(KeyAttribute::name).toList();
    return partition.equals(names(request, true))
        && sort.equals(names(request, false))
        && index.projection().equals(request.requiredProjection().projection());
  }

  private static List<String> names(IndexRequest request, boolean hash) {
    return request.schema().stream()
        .filter(element -> element.isHash() == hash)
        .map(KeySchemaElement::name)
        .toList();
  }

  private static SecondaryIndex renamed(SecondaryIndex index, IndexRequest request) {
    ThroughputRequest units = request.throughput();
    UnitsRequest ceilings = request.onDemand();
    return new SecondaryIndex(
        request.name(),
        index.kind(),
        index.key(),
        index.projection(),
        units == null ? index.throughput() : units.throughput(),
        ceilings == null ? index.onDemand() : ceilings.onDemand(),
        index.warm(),
        index.status(),
        false);
  }

  /** An index as the restored table pays for it. */
  private static SecondaryIndex paid(SecondaryIndex index, boolean provisioned) {
    if (!provisioned) {
      return index.withThroughput(Throughput.NONE).withWarm(WarmThroughput.ON_DEMAND);
    }
    Throughput units = index.throughput();
    if (units.readUnits() == 0) {
      throw InvalidParameter.because(
          "ProvisionedThroughput must be specified for index: " + index.name());
    }
    return index
        .withThroughput(Throughput.of(units.readUnits(), units.writeUnits()))
        .withOnDemand(OnDemandThroughput.NONE)
        .withWarm(new WarmThroughput(units.readUnits(), units.writeUnits()));
  }

  private TableSettings settings(
      Region target, TableDefinition source, boolean provisioned, RestoreSummary summary) {
    TableSettings from = source.settings();
    Throughput units =
        throughput == null
            ? Throughput.of(from.throughput().readUnits(), from.throughput().writeUnits())
            : throughput.throughput();
    OnDemandThroughput ceilings =
        onDemand == null || onDemand.isEmpty() ? from.onDemand() : onDemand.onDemand();
    return new TableSettings(
        provisioned ? BillingMode.PROVISIONED : BillingMode.PAY_PER_REQUEST,
        provisioned ? units : Throughput.NONE,
        null,
        provisioned ? OnDemandThroughput.NONE : ceilings,
        provisioned
            ? new WarmThroughput(units.readUnits(), units.writeUnits())
            : WarmThroughput.ON_DEMAND,
        false,
        null,
        encryption(target, from.encryption()),
        StreamSettings.NONE,
        GlobalSettings.NONE,
        summary);
  }

  private @Nullable Encryption encryption(Region target, @Nullable Encryption before) {
    if (encryption == null) {
      return before;
    }
    encryption.checkParts();
    return encryption.in(target);
  }
}
