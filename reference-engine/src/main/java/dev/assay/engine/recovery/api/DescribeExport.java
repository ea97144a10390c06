package dev.assay.engine.recovery.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.auth.AccessRequest;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.recovery.Export;
import dev.assay.engine.recovery.Recovery;

/** DescribeExport. */
final class DescribeExport implements Operation {
  private final Recovery recovery;

  DescribeExport(Recovery recovery) {
    this.recovery = recovery;
  }

  @Override
  public String name() {
    return "DescribeExport";
  }

  @Override
  public void execute(Call call) {
    JobArn arn = JobArn.readOnly("Export", call.in());
    call.authorize(() -> AccessRequest.of(name(), arn.text()));
    arn.requireOwn(call.region());
    Export export =
        recovery
            .exports()
            .find(call.region(), arn.text())
            .orElseThrow(() -> arn.notFound(ErrorType.EXPORT_NOT_FOUND));
    ExportDescription.write(call.out(), export);
  }
}
