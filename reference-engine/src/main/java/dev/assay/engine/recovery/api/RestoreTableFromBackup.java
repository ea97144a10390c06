package dev.assay.engine.recovery.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.auth.AccessRequest;
import dev.assay.engine.control.TableDescription;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.recovery.Backup;
import dev.assay.engine.recovery.Recovery;
import dev.assay.engine.request.Access;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.RestoreSummary;
import dev.assay.engine.table.TableDefinition;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** RestoreTableFromBackup: also from a backup of another region. */
final class RestoreTableFromBackup implements Operation {
  private static final class Request {
    private final RestoreOverrides overrides = new RestoreOverrides();
    private @Nullable String target;
    private @Nullable String arn;

    Request(JsonReader in) {
      in.request(
          name -> {
            switch (name) {
              case "TargetTableName" -> target = in.string();
              case "BackupArn" -> arn = in.string();
              default -> {
                if (!overrides.read(name, in)) {
                  in.skip();
                }
              }
            }
          });
      Constraints constraints = Constraints.echoing();
      TargetName.check(constraints, target);
      BackupName.check(constraints, arn);
      overrides.check(constraints);
      constraints.verify();
    }
  }

  private final Recovery recovery;

  RestoreTableFromBackup(Recovery recovery) {
    this.recovery = recovery;
  }

  @Override
  public String name() {
    return "RestoreTableFromBackup";
  }

  @Override
  public void execute(Call call) {
    Request request = new Request(call.in());
    Region region = call.region();
    String arn = Objects.requireNonNull(request.arn);
    String target = Objects.requireNonNull(request.target);
    call.authorize(() -> AccessRequest.of(name(), arn));
    call.authorize(() -> Access.toTable(region, name(), target));
    BackupName.requireOwn(region, arn);
    request.overrides.checkRegions(BackupName.regionOf(arn), region);
    Backup backup = recovery.backups().require(recovery.region(BackupName.regionOf(arn)), arn);
    RestoreSummary summary = new RestoreSummary(arn, backup.table().arn(), backup.createdAt());
    TableDefinition definition =
        request.overrides.definition(region, backup.table(), target, summary);
    Table table = recovery.restore(backup, region, definition);
    call.out().startObject();
    new TableDescription(region, table, definition, region.clock().instant())
        .write(call.out(), "TableDescription");
    call.out().endObject();
  }
}
