package dev.assay.proxy.mutant;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** A restore to a point in time stops one second before it. */
final class RestoreEarlier implements RequestChange {
  @Override
  public void change(Call call) {
    JsonNode moment = call.body().path("RestoreDateTime");
    if (moment.isNumber()) {
      call.body().put("RestoreDateTime", moment.decimalValue().subtract(BigDecimal.ONE));
    }
  }
}
