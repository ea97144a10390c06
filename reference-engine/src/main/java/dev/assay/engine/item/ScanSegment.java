package dev.assay.engine.item;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.store.Entries;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.value.AttributeMap;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of several equal ranges of the hash, which together are the whole table.
 *
 * @param low the first key of the segment, or null for the first of all
 * @param high the key before which the segment ends, or null for the end of all
 */
record ScanSegment(@Nullable EntryKey low, @Nullable EntryKey high) {
  private static final BigInteger HASHES = BigInteger.ONE.shiftLeft(64);

  static ScanSegment of(@Nullable Integer segment, @Nullable Integer totalSegments) {
    if (segment == null && totalSegments == null) {
      return new ScanSegment(null, null);
    }
    if (totalSegments == null) {
      throw ServiceException.validation(
          "The TotalSegments parameter is required but was not present in the request when Segment"
              + " parameter is present");
    }
    if (segment == null) {
      throw ServiceException.validation(
          "The Segment parameter is required but was not present in the request when parameter"
              + " TotalSegments is present");
    }
    if (segment >= totalSegments) {
      throw ServiceException.validation(
          "The Segment parameter is zero-based and must be less than parameter TotalSegments:"
              + " Segment: "
              + segment
              + " is not less than TotalSegments: "
              + totalSegments);
    }
    return new ScanSegment(
        segment == 0 ? null : edge(segment, totalSegments),
        segment + 1 == totalSegments ? null : edge(segment + 1, totalSegments));
  }

  private static EntryKey edge(int segment, int totalSegments) {
    return EntryKey.atHash(
        HASHES
            .multiply(BigInteger.valueOf(segment))
            .divide(BigInteger.valueOf(totalSegments))
            .longValue());
  }

  /** The hash at which a page begins. */
  long firstHash(@Nullable EntryKey start) {
    EntryKey first = start == null ? low : start;
    return first == null ? 0 : first.hash();
  }

  boolean contains(EntryKey key) {
    return (low == null || key.compareTo(low) > 0) && (high == null || key.compareTo(high) < 0);
  }

  Iterable<Map.Entry<EntryKey, AttributeMap>> of(Entries entries, @Nullable EntryKey start) {
    EntryKey from = start == null ? low : start;
    return entries.between(from, high, true);
  }
}
