package dev.assay.engine.ttl;

import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;

/** Which items have expired at one moment. */
record Expiry(String attribute, BigDecimal earliest, BigDecimal now) {
  /** An item that expired longer ago than this is taken for one that was never meant to. */
  private static final int MOST_YEARS = 5;

  /**
   * @param attribute holds an item's time of expiry: a number of seconds since the epoch
   */
  static Expiry at(Instant now, String attribute) {
    Instant earliest = now.atOffset(ZoneOffset.UTC).minusYears(MOST_YEARS).toInstant();
    return new Expiry(
        attribute,
        BigDecimal.valueOf(earliest.getEpochSecond()),
        BigDecimal.valueOf(now.getEpochSecond()));
  }

  /** Items without the attribute, or with one of another type, do not expire. */
  boolean isExpired(AttributeMap item) {
    return item.find(attribute) instanceof AttributeValue.N time
        && time.value().value().compareTo(now) < 0
        && time.value().value().compareTo(earliest) >= 0;
  }
}
