package dev.assay.engine.control;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.table.OnDemandThroughput;
import org.jspecify.annotations.Nullable;

/** What ceilings of on-demand use may be (fact 145). One without members counts as absent. */
final class OnDemandRules {
  private OnDemandRules() {}

  /**
   * The ceilings of a new table or index.
   *
   * @param subject {@code table}, or {@code index NAME}
   */
  static OnDemandThroughput forNew(
      @Nullable UnitsRequest request, boolean provisioned, String subject) {
    if (request == null || request.isEmpty()) {
      return OnDemandThroughput.NONE;
    }
    if (provisioned) {
      throw refuse(
          firstMember(request), "cannot be specified when table BillingMode is PROVISIONED.");
    }
    checkRange(request, subject, false);
    return request.onDemand();
  }

  /** The ceilings after an update, those that it removes still in place as -1. */
  static OnDemandThroughput merge(
      OnDemandThroughput current,
      @Nullable UnitsRequest request,
      boolean provisioned,
      String subject) {
    if (request == null || request.isEmpty()) {
      return current;
    }
    if (provisioned) {
      throw refuse(
          firstMember(request), "cannot be specified when the table BillingMode is PROVISIONED");
    }
    checkRange(request, subject, true);
    return current.merge(request.onDemand());
  }

  private static void checkRange(UnitsRequest request, String subject, boolean removable) {
    checkRange("MaxReadRequestUnits", request.read(), subject, removable);
    checkRange("MaxWriteRequestUnits", request.write(), subject, removable);
  }

  private static void checkRange(
      String member, @Nullable Long units, String subject, boolean removable) {
    boolean valid =
        units == null || units >= 1 || (removable && units == OnDemandThroughput.REMOVE);
    if (!valid) {
      throw InvalidParameter.because(
          "Requested "
              + member
              + " for OnDemandThroughput for "
              + subject
              + " is outside of valid range");
    }
  }

  /** The member that a refusal names: reads are looked at first. */
  private static String firstMember(UnitsRequest request) {
    return request.read() != null ? "MaxReadRequestUnits" : "MaxWriteRequestUnits";
  }

  private static ServiceException refuse(String member, String why) {
    return InvalidParameter.because(member + " for OnDemandThroughput " + why);
  }
}
