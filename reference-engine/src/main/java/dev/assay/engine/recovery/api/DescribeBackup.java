package dev.assay.engine.recovery.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.auth.AccessRequest;
import dev.assay.engine.recovery.Backup;
import dev.assay.engine.recovery.Recovery;

/** DescribeBackup. */
final class DescribeBackup implements Operation {
  private final Recovery recovery;

  DescribeBackup(Recovery recovery) {
    this.recovery = recovery;
  }

  @Override
  public String name() {
    return "DescribeBackup";
  }

  @Override
  public void execute(Call call) {
    String arn = BackupName.readOnly(call.in());
    call.authorize(() -> AccessRequest.of(name(), arn));
    BackupName.requireOwn(call.region(), arn);
    if (!BackupName.regionOf(arn).equals(call.region().name())) {
      throw BackupName.notFound(arn);
    }
    Backup backup = recovery.backups().require(call.region(), arn);
    new BackupDescription(backup).write(call.out());
  }
}
