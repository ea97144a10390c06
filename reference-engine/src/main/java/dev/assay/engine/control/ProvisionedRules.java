package dev.assay.engine.control;

import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.table.Throughput;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What provisioned capacity may be changed to.
 *
 * @param subject {@code table}, or {@code index NAME}
 * @param kind {@code table} or {@code index}
 */
record ProvisionedRules(String subject, String kind) {
  private static final int FREE_DECREASES = 4;
  private static final Duration BETWEEN_FURTHER_DECREASES = Duration.ofHours(1);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu h:mm:ss a 'UTC'", Locale.US)
          .withZone(ZoneOffset.UTC);

  static ProvisionedRules ofTable() {
    return new ProvisionedRules("table", "table");
  }

  static ProvisionedRules ofIndex(String name) {
    return new ProvisionedRules("index " + name, "index");
  }

  void checkChange(Throughput current, ThroughputRequest asked, Instant now) {
    if (current.readUnits() == asked.read() && current.writeUnits() == asked.write()) {
      throw noChange(current);
    }
    boolean lower = asked.read() < current.readUnits() || asked.write() < current.writeUnits();
    if (lower) {
      checkDecrease(current, now);
    }
  }

  private ServiceException noChange(Throughput current) {
    return ServiceException.validation(
        "The provisioned throughput for the "
            + subject
            + " will not change. The requested value equals the current value. Current"
            + unit("ReadCapacityUnits", current.readUnits())
            + " Current"
            + unit("WriteCapacityUnits", current.writeUnits())
            + " Refer to the Amazon DynamoDB Developer Guide for current limits and how to request"
            + " higher limits.");
  }

  private String unit(String member, long units) {
    return " "
        + member
        + " provisioned for the "
        + kind
        + ": "
        + units
        + ". Requested "
        + member
        + ": "
        + units
        + ".";
  }

  private static void checkDecrease(Throughput current, Instant now) {
    int today = current.decreasesOn(now);
    Instant last = current.lastDecrease();
    if (today < FREE_DECREASES || last == null) {
      return;
    }
    Instant next = last.plus(BETWEEN_FURTHER_DECREASES);
    if (now.isBefore(next)) {
      throw new ServiceException(
          ErrorType.LIMIT_EXCEEDED,
          "Subscriber limit exceeded: Provisioned throughput decreases are limited within a given"
              + " UTC day. After the first "
              + FREE_DECREASES
              + " decreases, each subsequent decrease in the same UTC day can be performed at most"
              + " once every "
              + BETWEEN_FURTHER_DECREASES.toSeconds()
              + " seconds. Number of decreases today: "
              + today
              + ". Last decrease at "
              + TIME.format(last)
              + ". Next decrease can be made at "
              + TIME.format(next));
    }
  }
}
