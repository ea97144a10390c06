package dev.assay.engine.control;

import dev.assay.engine.api.Region;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.table.Encryption;
import dev.assay.engine.table.GlobalSettings;
import dev.assay.engine.table.Membership;
import dev.assay.engine.table.StreamSettings;
import dev.assay.engine.table.TableClass;
import dev.assay.engine.table.TableClassSetting;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableSettings;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Changes of a table's settings other than its capacity. */
final class SettingsChanges {
  private final Region region;
  private final UpdateTableRequest request;
  private final Instant now;

  SettingsChanges(Region region, UpdateTableRequest request, Instant now) {
    this.region = region;
    this.request = request;
    this.now = now;
  }

  /**
   * The table while its settings are being changed, or a refusal.
   *
   * @param provisioned whether the table will be provisioned when the request has been done
   */
  TableDefinition begin(TableDefinition table, boolean provisioned) {
    TableSettings settings = table.settings();
    refuseToEndReplication(table);
    TableSettings.Changes changes =
        settings
            .change()
            .onDemand(
                OnDemandRules.merge(settings.onDemand(), request.onDemand, provisioned, "table"))
            .warm(WarmRules.asked(request.warm, settings.warm(), "table"))
            .stream(stream(table.name(), settings.stream()))
            .encryption(encryption(settings.encryption()))
            .global(global(settings.global()));
    if (request.deletionProtection != null) {
      changes.deletionProtection(request.deletionProtection);
    }
    if (request.tableClass != null) {
      changes.tableClass(tableClass(settings.tableClass(), TableClass.valueOf(request.tableClass)));
    }
    return table.withSettings(changes.settings());
  }

  /** The table when its settings have been changed. */
  static TableDefinition complete(TableDefinition table) {
    TableSettings settings = table.settings();
    Encryption encryption = settings.encryption();
    return table.withSettings(
        settings
            .change()
            .onDemand(settings.onDemand().withoutRemoved())
            .encryption(encryption == null ? null : new Encryption(encryption.keyArn()))
            .settings());
  }

  private void refuseToEndReplication(TableDefinition table) {
    Membership membership = Replicas.membership(table);
    boolean ends = request.stream != null && !request.stream.isEnabled();
    if (ends && membership != null && !membership.isStrong()) {
      throw InvalidParameter.because("Disabling Stream is not allowed for a Global Table replica.");
    }
  }

  private StreamSettings stream(String tableName, StreamSettings current) {
    StreamRequest asked = request.stream;
    if (asked == null) {
      return current;
    }
    if (asked.isEnabled()) {
      if (current.enabled()) {
        throw ServiceException.validation(
            "Table already has an enabled stream: TableName: " + tableName);
      }
      return asked.begin(region, tableName);
    }
    if (!current.enabled()) {
      throw ServiceException.validation("Table has no stream to disable: TableName: " + tableName);
    }
    return current.disabled();
  }

  private @Nullable Encryption encryption(@Nullable Encryption current) {
    if (request.encryption == null) {
      return current;
    }
    Encryption asked = request.encryption.in(region);
    if (asked == null) {
      if (current == null) {
        throw InvalidParameter.because("Table is already encrypted by default");
      }
      return null;
    }
    if (current != null && current.keyArn().equals(asked.keyArn())) {
      throw InvalidParameter.because("Table is already encrypted by given KMSMasterKeyId");
    }
    return new Encryption(asked.keyArn(), "UPDATING");
  }

  private TableClassSetting tableClass(@Nullable TableClassSetting current, TableClass asked) {
    TableClass currentClass = current == null ? TableClass.STANDARD : current.tableClass();
    if (current != null && currentClass == asked) {
      return current;
    }
    return new TableClassSetting(asked, now);
  }

  private GlobalSettings global(GlobalSettings current) {
    return new GlobalSettings(
        request.settingsReplication == null
            ? current.settingsReplication()
            : request.settingsReplication,
        request.disassociationProtection == null
            ? current.disassociationProtection()
            : request.disassociationProtection,
        current.membership());
  }
}
