package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.request.Access;

/** DescribeLimits: the quotas of a new account. */
public final class DescribeLimits implements Operation {
  @Override
  public String name() {
    return "DescribeLimits";
  }

  @Override
  public void execute(Call call) {
    call.in().request(member -> call.in().skip());
    call.authorize(() -> Access.toAccount(name()));
    call.out()
        .startObject()
        .member("AccountMaxReadCapacityUnits", Quotas.ACCOUNT_UNITS)
        .member("AccountMaxWriteCapacityUnits", Quotas.ACCOUNT_UNITS)
        .member("TableMaxReadCapacityUnits", Quotas.TABLE_UNITS)
        .member("TableMaxWriteCapacityUnits", Quotas.TABLE_UNITS)
        .endObject();
  }
}
