package dev.assay.engine.control;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.request.Access;

/** DescribeEndpoints: the service's own endpoint of the region, as the service answers. */
public final class DescribeEndpoints implements Operation {
  private static final int CACHE_MINUTES = 1_440;

  @Override
  public String name() {
    return "DescribeEndpoints";
  }

  @Override
  public void execute(Call call) {
    call.in().request(member -> call.in().skip());
    call.authorize(() -> Access.toAccount(name()));
    call.out()
        .startObject()
        .startArray("Endpoints")
        .startObject()
        .member("Address", "dynamodb." + call.region().name() + ".amazonaws.com")
        .member("CachePeriodInMinutes", CACHE_MINUTES)
        .endObject()
        .endArray()
        .endObject();
  }
}
