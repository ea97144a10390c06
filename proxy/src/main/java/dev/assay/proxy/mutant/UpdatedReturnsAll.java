package dev.assay.proxy.mutant;

/** UPDATED_NEW and UPDATED_OLD bring the whole item. */
final class UpdatedReturnsAll implements RequestChange {
  @Override
  public void change(Call call) {
    switch (call.body().path("ReturnValues").asText()) {
      case "UPDATED_NEW" -> call.body().put("ReturnValues", "ALL_NEW");
      case "UPDATED_OLD" -> call.body().put("ReturnValues", "ALL_OLD");
      default -> {
        // The others are heard.
      }
    }
  }
}
