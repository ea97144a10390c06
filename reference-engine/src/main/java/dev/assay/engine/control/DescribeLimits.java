package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.request.Access;

/** DescribeLimits: the quotas of a new account. */
public final class DescribeLimits implements Operation {
  private static final int OF_ACCOUNT = 80_000;
  private static final int OF_TABLE = 40_000;

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
        .member("AccountMaxReadCapacityUnits", OF_ACCOUNT)
        .member("AccountMaxWriteCapacityUnits", OF_ACCOUNT)
        .member("TableMaxReadCapacityUnits", OF_TABLE)
        .member("TableMaxWriteCapacityUnits", OF_TABLE)
        .endObject();
  }
}
