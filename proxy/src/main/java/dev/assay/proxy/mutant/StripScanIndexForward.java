package dev.assay.proxy.mutant;

/** Queries always read upwards. */
final class StripScanIndexForward implements RequestChange {
  @Override
  public void change(Call call) {
    call.body().remove("ScanIndexForward");
  }
}
