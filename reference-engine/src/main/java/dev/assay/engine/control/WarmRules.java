package dev.assay.engine.control;

import dev.assay.engine.table.WarmThroughput;
import org.jspecify.annotations.Nullable;

/** What warm throughput may be asked for: it can be raised, and never lowered. */
final class WarmRules {
  private WarmRules() {}

  /**
   * The warm throughput that is asked for.
   *
   * @param current what there is without asking; for a new table, that of every on-demand table or
   *     what is provisioned
   * @param subject {@code table}, or {@code index NAME}
   */
  static WarmThroughput asked(
      @Nullable UnitsRequest request, WarmThroughput current, String subject) {
    if (request == null) {
      return current;
    }
    long read = request.read() == null ? current.readUnits() : request.read();
    long write = request.write() == null ? current.writeUnits() : request.write();
    check("ReadUnitsPerSecond", read, current.readUnits(), subject);
    check("WriteUnitsPerSecond", write, current.writeUnits(), subject);
    return new WarmThroughput(read, write);
  }

  private static void check(String member, long asked, long current, String subject) {
    if (asked < current) {
      throw InvalidParameter.because(
          "Requested "
              + member
              + " for WarmThroughput for "
              + subject
              + " is lower than current WarmThroughput, decreasing WarmThroughput is not"
              + " supported");
    }
  }
}
