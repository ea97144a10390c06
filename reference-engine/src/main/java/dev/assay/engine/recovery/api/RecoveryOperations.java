package dev.assay.engine.recovery.api;

import dev.assay.engine.api.Operation;
import dev.assay.engine.recovery.Recovery;
import java.util.List;

/** The explicit list of these operations. */
public final class RecoveryOperations {
  private RecoveryOperations() {}

  public static List<Operation> all(Recovery recovery) {
    return List.of(
        new CreateBackup(recovery),
        new DeleteBackup(recovery),
        new DescribeBackup(recovery),
        new DescribeContinuousBackups(recovery),
        new DescribeExport(recovery),
        new DescribeImport(recovery),
        new ExportTableToPointInTime(recovery),
        new ImportTable(recovery),
        new ListBackups(recovery),
        new ListExports(recovery),
        new ListImports(recovery),
        new RestoreTableFromBackup(recovery),
        new RestoreTableToPointInTime(recovery),
        new UpdateContinuousBackups(recovery));
  }
}
