package dev.assay.engine.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What recent entries replaced, beside a map of what is current, for readers that are behind.
 *
 * <pre>
 *   current   k ─► v3
 *   versions  k ─► (entry 9 replaced v2) ─► (entry 4 replaced v1)
 *
 *   at position 8: entry 9 is not seen, so v2;  at position 3: v1
 * </pre>
 *
 * A writer first keeps what it is about to replace and then replaces it; a reader first looks at
 * what is current and then at what was replaced. So no reader misses a version, without a lock.
 *
 * @param <V> what an item is here
 */
final class Versions<V> {
  private static final int SWEEP_AT_LEAST_AFTER = 256;

  private final ConcurrentSkipListMap<EntryKey, Version<V>> newest = new ConcurrentSkipListMap<>();
  private int sinceSweep;
  private int keys;

  private static final class Version<V> {
    private final long index;
    private final @Nullable V before;
    private volatile @Nullable Version<V> older;

    private Version(long index, @Nullable V before, @Nullable Version<V> older) {
      this.index = index;
      this.before = before;
      this.older = older;
    }
  }

  /**
   * Keeps what an entry is about to replace. Called by one writer at a time.
   *
   * @param index the entry's position in the log
   * @param before null if there was nothing
   * @param slowest up to where every reader sees the log, by key
   */
  void replaced(EntryKey key, long index, @Nullable V before, ToLongFunction<EntryKey> slowest) {
    if (newest.put(key, new Version<>(index, before, newest.get(key))) == null) {
      keys++;
    }
    if (++sinceSweep > Math.max(SWEEP_AT_LEAST_AFTER, keys)) {
      sweep(slowest);
    }
  }

  private void sweep(ToLongFunction<EntryKey> slowest) {
    sinceSweep = 0;
    keys = 0;
    for (Map.Entry<EntryKey, Version<V>> entry : newest.entrySet()) {
      long seenByAll = slowest.applyAsLong(entry.getKey());
      Version<V> version = entry.getValue();
      if (version.index <= seenByAll) {
        newest.remove(entry.getKey());
        continue;
      }
      keys++;
      for (Version<V> older = version.older; older != null; older = version.older) {
        if (older.index <= seenByAll) {
          version.older = null;
        } else {
          version = older;
        }
      }
    }
  }

  void clear() {
    newest.clear();
  }

  boolean isEmpty() {
    return newest.isEmpty();
  }

  /** What a reader at a position sees of a key that now has {@code current}. */
  @Nullable V at(EntryKey key, @Nullable V current, long position) {
    return seen(newest.get(key), current, position);
  }

  private @Nullable V seen(@Nullable Version<V> versions, @Nullable V current, long position) {
    V seen = current;
    for (Version<V> version = versions;
        version != null && version.index > position;
        version = version.older) {
      seen = version.before;
    }
    return seen;
  }

  /** What a reader sees of a map that has no order. */
  Collection<V> of(Map<EntryKey, V> current, ToLongFunction<EntryKey> position) {
    Set<EntryKey> keys = new HashSet<>(current.keySet());
    keys.addAll(newest.keySet());
    List<V> seen = new ArrayList<>(keys.size());
    for (EntryKey key : keys) {
      V value = at(key, current.get(key), position.applyAsLong(key));
      if (value != null) {
        seen.add(value);
      }
    }
    return seen;
  }

  /** What a reader sees of a map, in its order. */
  Iterable<Map.Entry<EntryKey, V>> between(
      NavigableMap<EntryKey, V> current,
      @Nullable EntryKey low,
      @Nullable EntryKey high,
      boolean forward,
      ToLongFunction<EntryKey> position) {
    return () ->
        new Merged(
            Entries.stretch(current, low, high, forward).entrySet().iterator(),
            Entries.stretch(newest, low, high, forward).entrySet().iterator(),
            forward ? Comparator.naturalOrder() : Comparator.reverseOrder(),
            current,
            position);
  }

  /** Two ordered iterations as one: a key may be in either of them, or in both. */
  private final class Merged implements Iterator<Map.Entry<EntryKey, V>> {
    private final Iterator<Map.Entry<EntryKey, V>> items;
    private final Iterator<Map.Entry<EntryKey, Version<V>>> replaced;
    private final Comparator<EntryKey> order;
    private final NavigableMap<EntryKey, V> current;
    private final ToLongFunction<EntryKey> position;
    private @Nullable EntryKey item;
    private @Nullable EntryKey version;
    private Map.@Nullable Entry<EntryKey, V> next;

    private Merged(
        Iterator<Map.Entry<EntryKey, V>> items,
        Iterator<Map.Entry<EntryKey, Version<V>>> replaced,
        Comparator<EntryKey> order,
        NavigableMap<EntryKey, V> current,
        ToLongFunction<EntryKey> position) {
      this.items = items;
      this.replaced = replaced;
      this.order = order;
      this.current = current;
      this.position = position;
      item = key(items);
      version = key(replaced);
      next = find();
    }

    private static @Nullable EntryKey key(Iterator<? extends Map.Entry<EntryKey, ?>> from) {
      return from.hasNext() ? from.next().getKey() : null;
    }

    private Map.@Nullable Entry<EntryKey, V> find() {
      EntryKey key = takeKey();
      while (key != null) {
        V seen = at(key, current.get(key), position.applyAsLong(key));
        if (seen != null) {
          return Map.entry(key, seen);
        }
        key = takeKey();
      }
      return null;
    }

    private @Nullable EntryKey takeKey() {
      EntryKey mine = item;
      EntryKey other = version;
      int which = mine == null ? 1 : other == null ? -1 : order.compare(mine, other);
      if (which <= 0) {
        item = key(items);
      }
      if (which >= 0) {
        version = key(replaced);
      }
      return which <= 0 ? mine : other;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Map.Entry<EntryKey, V> next() {
      Map.Entry<EntryKey, V> taken = next;
      if (taken == null) {
        throw new NoSuchElementException();
      }
      next = find();
      return taken;
    }
  }
}
