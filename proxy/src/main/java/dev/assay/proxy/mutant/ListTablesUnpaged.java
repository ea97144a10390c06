package dev.assay.proxy.mutant;

/** ListTables answers with all tables at once. */
final class ListTablesUnpaged implements RequestChange {
  @Override
  public void change(Call call) {
    call.body().remove("Limit");
    call.body().remove("ExclusiveStartTableName");
  }
}
