package dev.assay.engine.control;

import dev.assay.engine.request.Constraints;
import dev.assay.engine.table.OnDemandThroughput;
import org.jspecify.annotations.Nullable;

/** What ceilings of on-demand use may be (fact 145). */
final class OnDemandRules {
  private OnDemandRules() {}

  /** The ceilings of a new table or index. One without members counts as absent. */
  static OnDemandThroughput forNew(@Nullable UnitsRequest request, boolean provisioned) {
    if (request == null || request.isEmpty()) {
      return OnDemandThroughput.NONE;
    }
    if (provisioned) {
      throw InvalidParameter.because(
          firstMember(request) + " cannot be specified when BillingMode is PROVISIONED");
    }
    Constraints.echoing()
        .range("onDemandThroughput.maxReadRequestUnits", request.read(), 1, Long.MAX_VALUE)
        .range("onDemandThroughput.maxWriteRequestUnits", request.write(), 1, Long.MAX_VALUE)
        .verify();
    return request.onDemand();
  }

  /** The member that a refusal names: reads are looked at first. */
  static String firstMember(UnitsRequest request) {
    return request.read() != null ? "MaxReadRequestUnits" : "MaxWriteRequestUnits";
  }
}
