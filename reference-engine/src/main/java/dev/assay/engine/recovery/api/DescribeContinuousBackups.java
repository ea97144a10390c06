package dev.assay.engine.recovery.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.control.TableName;
import dev.assay.engine.recovery.Recovery;
import dev.assay.engine.request.Access;

/** DescribeContinuousBackups. */
final class DescribeContinuousBackups implements Operation {
  private final Recovery recovery;

  DescribeContinuousBackups(Recovery recovery) {
    this.recovery = recovery;
  }

  @Override
  public String name() {
    return "DescribeContinuousBackups";
  }

  @Override
  public void execute(Call call) {
    String tableName = TableName.readOnly(call.in());
    Region region = call.region();
    call.authorize(() -> Access.toTable(region, name(), tableName));
    ContinuousBackupsDescription.write(
        call.out(), recovery, region, BackupTables.require(region, tableName).definition());
  }
}
