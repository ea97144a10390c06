package dev.assay.engine.item;

import dev.assay.engine.expression.KeyOperator;
import dev.assay.engine.expression.KeyRange;
import dev.assay.engine.expression.SortRange;
import dev.assay.engine.store.Entries;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.Binary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The stretch of an ordered map that a key condition selects. */
public final class KeyStretch {
  private final KeyRange range;

  public KeyStretch(KeyRange range) {
    this.range = range;
  }

  /** The entries of the stretch in the order asked for, after {@code start} if there is one. */
  public Iterable<Map.Entry<EntryKey, AttributeMap>> of(
      Entries entries, boolean forward, @Nullable EntryKey start) {
    EntryKey low = low();
    EntryKey high = high();
    if (start != null) {
      if (forward && start.compareTo(low) > 0) {
        low = start;
      } else if (!forward && start.compareTo(high) < 0) {
        high = start;
      }
    }
    if (low.compareTo(high) >= 0) {
      return List.of();
    }
    return entries.between(low, high, forward);
  }

  private EntryKey low() {
    SortRange sort = range.range();
    if (sort == null) {
      return bound(null, -1);
    }
    return switch (sort.operator()) {
      case LESS, LESS_OR_EQUAL -> bound(null, -1);
      case EQUAL, GREATER_OR_EQUAL, BETWEEN, BEGINS_WITH -> bound(sort.value(), -1);
      case GREATER -> bound(sort.value(), 1);
    };
  }

  private EntryKey high() {
    SortRange sort = range.range();
    if (sort == null) {
      return bound(null, 1);
    }
    return switch (sort.operator()) {
      case GREATER, GREATER_OR_EQUAL -> bound(null, 1);
      case EQUAL, LESS_OR_EQUAL -> bound(sort.value(), 1);
      case LESS -> bound(sort.value(), -1);
      case BETWEEN -> bound(Objects.requireNonNull(sort.upper()), 1);
      case BEGINS_WITH -> {
        AttributeValue next = afterPrefix(sort.value());
        yield next == null ? bound(null, 1) : bound(next, -1);
      }
    };
  }

  private EntryKey bound(@Nullable AttributeValue last, int edge) {
    List<AttributeValue> sort = range.sortPrefix();
    if (last != null) {
      sort = new ArrayList<>(sort);
      sort.add(last);
    }
    return EntryKey.bound(range.partition(), sort, edge);
  }

  /** The least value above all that begin with {@code prefix}, or null if there is none. */
  private static @Nullable AttributeValue afterPrefix(AttributeValue prefix) {
    if (prefix instanceof AttributeValue.S s) {
      return afterPrefix(s.value());
    }
    if (prefix instanceof AttributeValue.B b) {
      byte[] bytes = b.value().array();
      int last = bytes.length - 1;
      while (last >= 0 && bytes[last] == (byte) 0xFF) {
        last--;
      }
      if (last < 0) {
        return null;
      }
      byte[] next = Arrays.copyOf(bytes, last + 1);
      next[last]++;
      return new AttributeValue.B(Binary.wrap(next));
    }
    throw new IllegalArgumentException(KeyOperator.BEGINS_WITH + " of " + prefix.type());
  }

  private static @Nullable AttributeValue afterPrefix(String prefix) {
    int end = prefix.length();
    while (end > 0) {
      int last = prefix.codePointBefore(end);
      end -= Character.charCount(last);
      if (last < Character.MAX_CODE_POINT) {
        // The code points of surrogates are no characters; the next one after them is U+E000.
        int next = last == Character.MIN_SURROGATE - 1 ? Character.MAX_SURROGATE + 1 : last + 1;
        return new AttributeValue.S(prefix.substring(0, end) + Character.toString(next));
      }
    }
    return null;
  }
}
