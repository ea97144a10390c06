package dev.assay.engine.store;

import dev.assay.engine.value.AttributeMap;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/** The items of a table or an index as one read sees them, in their order. */
@FunctionalInterface
public interface Entries {

  /**
   * The entries between two keys, neither included.
   *
   * @param low null for the first of all
   * @param high null for the last of all
   * @param forward whether the lowest comes first
   * @throws dev.assay.engine.error.ServiceException if what is asked for cannot be read now
   */
  Iterable<Map.Entry<EntryKey, AttributeMap>> between(
      @Nullable EntryKey low, @Nullable EntryKey high, boolean forward);

  /** What a map holds, as it is. */
  static Entries of(NavigableMap<EntryKey, AttributeMap> map) {
    return (low, high, forward) -> stretch(map, low, high, forward).entrySet();
  }

  /** The part of a map between two keys, in the order asked for. */
  static <V> NavigableMap<EntryKey, V> stretch(
      NavigableMap<EntryKey, V> map,
      @Nullable EntryKey low,
      @Nullable EntryKey high,
      boolean forward) {
    NavigableMap<EntryKey, V> stretch = map;
    if (low != null && high != null) {
      stretch = map.subMap(low, false, high, false);
    } else if (low != null) {
      stretch = map.tailMap(low, false);
    } else if (high != null) {
      stretch = map.headMap(high, false);
    }
    return forward ? stretch : stretch.descendingMap();
  }
}
