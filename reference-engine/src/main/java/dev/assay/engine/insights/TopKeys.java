package dev.assay.engine.insights;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts keys in bounded memory, by the Space-Saving algorithm (Metwally, Agrawal, El Abbadi 2005):
 * a key that finds no room takes the place of the rarest and inherits its count as its error. So
 * every key that makes up more than 1/{@code capacity} of all uses is among those kept.
 */
final class TopKeys {
  private final int capacity;
  private final Map<List<String>, Counter> byKey = new HashMap<>();
  private final TreeMap<Long, LinkedHashSet<Counter>> byCount = new TreeMap<>();
  private long total;
  private boolean full;

  private static final class Counter {
    private final List<String> key;
    private final long error;
    private long count;

    Counter(List<String> key, long count, long error) {
      this.key = key;
      this.count = count;
      this.error = error;
    }
  }

  TopKeys(int capacity) {
    this.capacity = capacity;
  }

  synchronized void count(List<String> key) {
    total++;
    Counter counter = byKey.get(key);
    if (counter != null) {
      leave(counter);
      counter.count++;
    } else if (byKey.size() < capacity) {
      counter = new Counter(key, 1, 0);
      byKey.put(key, counter);
    } else {
      Counter rarest = removeRarest();
      counter = new Counter(key, rarest.count + 1, rarest.count);
      byKey.put(key, counter);
      full = true;
    }
    byCount.computeIfAbsent(counter.count, count -> new LinkedHashSet<>()).add(counter);
  }

  private void leave(Counter counter) {
    LinkedHashSet<Counter> peers = byCount.get(counter.count);
    if (peers != null && peers.remove(counter) && peers.isEmpty()) {
      byCount.remove(counter.count);
    }
  }

  private Counter removeRarest() {
    Iterator<Counter> rarest = byCount.firstEntry().getValue().iterator();
    Counter counter = rarest.next();
    leave(counter);
    byKey.remove(counter.key);
    return counter;
  }

  /** The keys that were counted most, the most frequent first. */
  synchronized KeyRanking ranking(int limit) {
    List<KeyRanking.Contributor> contributors = new ArrayList<>();
    for (LinkedHashSet<Counter> peers : byCount.descendingMap().values()) {
      peers.stream()
          .map(counter -> new KeyRanking.Contributor(counter.key, counter.count, counter.error))
          .sorted(Comparator.comparing(contributor -> contributor.keys().toString()))
          .forEach(contributors::add);
      if (contributors.size() >= limit) {
        break;
      }
    }
    return new KeyRanking(
        total, byKey.size(), !full, contributors.subList(0, Math.min(limit, contributors.size())));
  }
}
