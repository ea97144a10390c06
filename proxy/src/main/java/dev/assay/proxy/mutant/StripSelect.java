package dev.assay.proxy.mutant;

/** Select is not heard, unless it comes with the attributes that it stands for. */
final class StripSelect implements RequestChange {
  @Override
  public void change(Call call) {
    if (!call.body().path("Select").asText().equals("SPECIFIC_ATTRIBUTES")) {
      call.body().remove("Select");
    }
  }
}
