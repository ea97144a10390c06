package dev.assay.engine.partiql;

import dev.assay.engine.expression.KeyOperator;
import dev.assay.engine.expression.SortRange;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.value.AttributeValue;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A range of the sort key by its ends, of which null is the end of everything.
 *
 * @param range what it was made of; null for the whole partition
 */
record SortInterval(
    @Nullable SortRange range,
    @Nullable AttributeValue low,
    boolean lowIncluded,
    @Nullable AttributeValue high,
    boolean highIncluded) {

  /** From the lowest to the highest. */
  static final Comparator<SortInterval> ORDER = SortInterval::compareLows;

  static SortInterval of(@Nullable SortRange range) {
    if (range == null) {
      return new SortInterval(null, null, true, null, true);
    }
    AttributeValue value = range.value();
    return switch (range.operator()) {
      case EQUAL -> new SortInterval(range, value, true, value, true);
      case LESS -> new SortInterval(range, null, true, value, false);
      case LESS_OR_EQUAL -> new SortInterval(range, null, true, value, true);
      case GREATER -> new SortInterval(range, value, false, null, true);
      case GREATER_OR_EQUAL -> new SortInterval(range, value, true, null, true);
      case BETWEEN -> new SortInterval(range, value, true, range.upper(), true);
      case BEGINS_WITH -> new SortInterval(range, value, true, null, true);
    };
  }

  /** Whether there can be a value that is in both. */
  boolean meets(SortInterval that) {
    return !isBefore(that) && !that.isBefore(this);
  }

  private boolean isBefore(SortInterval that) {
    if (that.low == null) {
      return false;
    }
    if (prefixed() && range != null) {
      // What begins with a prefix is above it, and below whatever is above it and lacks it.
      return EntryKey.compare(range.value(), that.low) < 0 && !range.contains(that.low);
    }
    if (high == null) {
      return false;
    }
    int order = EntryKey.compare(high, that.low);
    return order < 0 || (order == 0 && !(highIncluded && that.lowIncluded));
  }

  private boolean prefixed() {
    return range != null && range.operator() == KeyOperator.BEGINS_WITH;
  }

  private int compareLows(SortInterval that) {
    if (low == null || that.low == null) {
      return Boolean.compare(low != null, that.low != null);
    }
    return EntryKey.compare(low, that.low);
  }
}
