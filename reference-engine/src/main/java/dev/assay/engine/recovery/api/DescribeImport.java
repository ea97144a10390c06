package dev.assay.engine.recovery.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.auth.AccessRequest;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.recovery.Import;
import dev.assay.engine.recovery.Recovery;

/** DescribeImport. */
final class DescribeImport implements Operation {
  private final Recovery recovery;

  DescribeImport(Recovery recovery) {
    this.recovery = recovery;
  }

  @Override
  public String name() {
    return "DescribeImport";
  }

  @Override
  public void execute(Call call) {
    JobArn arn = JobArn.readOnly("Import", call.in());
    call.authorize(() -> AccessRequest.of(name(), arn.text()));
    arn.requireOwn(call.region());
    Import made =
        recovery
            .imports()
            .find(call.region(), arn.text())
            .orElseThrow(() -> arn.notFound(ErrorType.IMPORT_NOT_FOUND));
    new ImportDescription(call.region(), made).write(call.out());
  }
}
