package dev.assay.proxy.mutant;

/** Every segment of a parallel scan is the whole table. */
final class IgnoreSegment implements RequestChange {
  @Override
  public void change(Call call) {
    call.body().remove("Segment");
    call.body().remove("TotalSegments");
  }
}
