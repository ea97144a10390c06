package dev.assay.engine.recovery.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.recovery.Import;
import dev.assay.engine.recovery.Recovery;
import dev.assay.engine.request.Access;

/** ImportTable: always into a new table. */
final class ImportTable implements Operation {
  private final Recovery recovery;

  ImportTable(Recovery recovery) {
    this.recovery = recovery;
  }

  @Override
  public String name() {
    return "ImportTable";
  }

  @Override
  public void execute(Call call) {
    ImportRequest request = ImportRequest.read(call.in());
    Region region = call.region();
    call.authorize(() -> Access.toTable(region, name(), request.tableName()));
    Import made = recovery.imports().begin(region, request.order(region));
    new ImportDescription(region, made).write(call.out());
  }
}
