package dev.assay.engine.control;

import dev.assay.engine.table.WarmThroughput;
import org.jspecify.annotations.Nullable;

/** What warm throughput may be asked for. */
final class WarmRules {
  private WarmRules() {}

  /**
   * The warm throughput of a new table or index.
   *
   * @param least what it has without asking: that of every on-demand table, or what is provisioned
   */
  static WarmThroughput forNew(@Nullable UnitsRequest request, WarmThroughput least) {
    if (request == null) {
      return least;
    }
    return asked(request, least);
  }

  /** Warm throughput can be raised, and never lowered. */
  static WarmThroughput asked(UnitsRequest request, WarmThroughput current) {
    long read = request.read() == null ? current.readUnits() : request.read();
    long write = request.write() == null ? current.writeUnits() : request.write();
    if (read < current.readUnits()) {
      throw tooLow("ReadUnitsPerSecond", read, current.readUnits());
    }
    if (write < current.writeUnits()) {
      throw tooLow("WriteUnitsPerSecond", write, current.writeUnits());
    }
    return new WarmThroughput(read, write);
  }

  private static dev.assay.engine.error.ServiceException tooLow(
      String member, long asked, long current) {
    return InvalidParameter.because(
        "Requested "
            + member
            + " for WarmThroughput "
            + asked
            + " is lower than the current WarmThroughput "
            + current
            + ", decreasing WarmThroughput is not supported");
  }
}
