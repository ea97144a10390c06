package dev.assay.engine.recovery.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.control.TableName;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.recovery.Backup;
import dev.assay.engine.recovery.Recovery;
import dev.assay.engine.request.Access;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.TableStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** CreateBackup. Names need not be unique; a table is backed up also while it changes. */
final class CreateBackup implements Operation {
  private static final class Request {
    private @Nullable String tableName;
    private @Nullable String backupName;

    Request(JsonReader in) {
      in.request(
          name -> {
            switch (name) {
              case "TableName" -> tableName = in.string();
              case "BackupName" -> backupName = in.string();
              default -> in.skip();
            }
          });
    }

    /** Checks each member, and gives the table's name. */
    String check() {
      String name = TableName.checkLength(tableName);
      Constraints constraints = Constraints.echoing();
      TableName.checkPattern(constraints, name);
      constraints
          .required("backupName", backupName)
          .pattern("backupName", backupName, Constraints.NAME)
          .length("backupName", backupName, 3, 255)
          .verify();
      return name;
    }
  }

  private final Recovery recovery;

  CreateBackup(Recovery recovery) {
    this.recovery = recovery;
  }

  @Override
  public String name() {
    return "CreateBackup";
  }

  @Override
  public void execute(Call call) {
    Request request = new Request(call.in());
    String tableName = request.check();
    Region region = call.region();
    call.authorize(() -> Access.toTable(region, name(), tableName));
    Table table = BackupTables.require(region, tableName);
    if (table.definition().status() == TableStatus.CREATING) {
      throw BackupTables.notFound(tableName);
    }
    Backup backup =
        recovery.backups().create(region, table, Objects.requireNonNull(request.backupName));
    new BackupDescription(backup).writeDetails(call.out().startObject());
    call.out().endObject();
  }
}
