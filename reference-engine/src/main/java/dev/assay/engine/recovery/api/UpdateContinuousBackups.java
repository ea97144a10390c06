package dev.assay.engine.recovery.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.control.TableName;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.recovery.Recovery;
import dev.assay.engine.request.Access;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.ContinuousBackups;
import dev.assay.engine.table.TableDefinition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** UpdateContinuousBackups. */
final class UpdateContinuousBackups implements Operation {
  private static final class Request {
    private @Nullable String tableName;
    private boolean specified;
    private @Nullable Boolean enabled;
    private @Nullable Integer days;

    Request(JsonReader in) {
      in.request(
          name -> {
            switch (name) {
              case "TableName" -> tableName = in.string();
              case "PointInTimeRecoverySpecification" ->
                  specified =
                      in.structure(
                          "PointInTimeRecoverySpecification", member -> readMember(member, in));
              default -> in.skip();
            }
          });
    }

    private void readMember(String member, JsonReader in) {
      switch (member) {
        case "PointInTimeRecoveryEnabled" -> enabled = in.bool();
        case "RecoveryPeriodInDays" -> days = in.integer();
        default -> in.skip();
      }
    }

    /** Checks each member, and gives the table's name. */
    String check() {
      String name = TableName.checkLength(tableName);
      Constraints constraints = Constraints.echoing();
      TableName.checkPattern(constraints, name);
      String path = "pointInTimeRecoverySpecification";
      if (specified) {
        constraints
            .required(path + ".pointInTimeRecoveryEnabled", enabled)
            .range(path + ".recoveryPeriodInDays", days, 1, ContinuousBackups.MOST_DAYS);
      } else {
        constraints.required(path, null);
      }
      constraints.verify();
      if (!enables() && days != null) {
        throw ServiceException.validation(
            "One or more parameter values were invalid: RecoveryPeriodInDays cannot be specified"
                + " when PointInTimeRecoveryEnabled is false");
      }
      return name;
    }

    boolean enables() {
      return Boolean.TRUE.equals(enabled);
    }

    /** Enabling what is enabled leaves its beginning alone, and its period if it names none. */
    ContinuousBackups change(ContinuousBackups before, Instant now) {
      if (!enables()) {
        return ContinuousBackups.OFF;
      }
      int period = days == null ? before.recoveryPeriodDays() : days;
      Instant since = before.enabledSince();
      return new ContinuousBackups(since == null ? now : since, period);
    }
  }

  private final Recovery recovery;

  UpdateContinuousBackups(Recovery recovery) {
    this.recovery = recovery;
  }

  @Override
  public String name() {
    return "UpdateContinuousBackups";
  }

  @Override
  public void execute(Call call) {
    Request request = new Request(call.in());
    String tableName = request.check();
    Region region = call.region();
    call.authorize(() -> Access.toTable(region, name(), tableName));
    TableDefinition changed =
        region.transitions().change(region.clock(), () -> change(region, tableName, request));
    ContinuousBackupsDescription.write(call.out(), recovery, region, changed);
  }

  private static TableDefinition change(Region region, String tableName, Request request) {
    Table table = BackupTables.require(region, tableName);
    table.lock().lock();
    try {
      TableDefinition before = table.definition();
      BackupTables.requireCreated(before);
      ContinuousBackups state =
          request.change(before.attachments().continuousBackups(), region.clock().instant());
      TableDefinition changed =
          before.withAttachments(before.attachments().withContinuousBackups(state));
      table.redefine(changed);
      return changed;
    } finally {
      table.lock().unlock();
    }
  }
}
