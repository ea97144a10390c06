package dev.assay.engine.insights;

import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.LogEntry;
import dev.assay.engine.store.LogReader;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.TableObserver;
import dev.assay.engine.table.ContributorInsights;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.value.AttributeMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often keys are used, for the tables and indexes of one region that have Contributor
 * Insights enabled, from then on until it is disabled. Writes it reads from the log; of reads and
 * of throttling it must be told, which costs next to nothing where nothing is counted.
 */
public final class KeyUsage implements TableObserver {
  /** Under what {@link dev.assay.engine.table.TableAttachments} keeps the table itself. */
  private static final String TABLE = "";

  private final ConcurrentMap<Table, Counting> counting = new ConcurrentHashMap<>();

  /** One table's counts, by index name; a reader of its log. */
  private record Counting(Map<String, TargetUsage> targets) implements LogReader {
    @Override
    public void accept(LogEntry entry) {
      targets.forEach(
          (index, usage) -> {
            AttributeMap before = entry.before();
            AttributeMap after = entry.after();
            if (after != null) {
              usage.count(after, false);
            }
            if (before != null && (after == null || isMoved(usage.key(), before, after))) {
              usage.count(before, false);
            }
          });
    }

    /** In an index, a write may touch two keys: the one that the item had and the one it has. */
    private static boolean isMoved(KeySchema key, AttributeMap before, AttributeMap after) {
      return key.attributes().stream()
          .anyMatch(
              attribute -> {
                var old = before.find(attribute.name());
                return old != null && !old.equals(after.find(attribute.name()));
              });
    }
  }

  @Override
  public void added(Table table) {
    follow(table);
  }

  @Override
  public void redefined(Table table, TableDefinition before) {
    follow(table);
  }

  @Override
  public void removed(Table table) {
    replace(table, Map.of());
  }

  private void follow(Table table) {
    TableDefinition definition = table.definition();
    Counting current = counting.get(table);
    Map<String, TargetUsage> known = current == null ? Map.of() : current.targets();
    Map<String, TargetUsage> wanted = new HashMap<>();
    definition
        .attachments()
        .insights()
        .forEach(
            (index, insights) -> {
              KeySchema key = key(definition, index);
              if (key != null && insights.status() == ContributorInsights.Status.ENABLED) {
                wanted.put(index, usage(known.get(index), key, insights));
              }
            });
    if (!wanted.equals(known)) {
      replace(table, Map.copyOf(wanted));
    }
  }

  private static @Nullable KeySchema key(TableDefinition definition, String index) {
    return index.equals(TABLE)
        ? definition.key()
        : definition.index(index).map(SecondaryIndex::key).orElse(null);
  }

  /** The counts so far go on, unless now something else is to be counted. */
  private static TargetUsage usage(
      @Nullable TargetUsage known, KeySchema key, ContributorInsights insights) {
    boolean throttledOnly = insights.mode() == ContributorInsights.Mode.THROTTLED_KEYS;
    return known != null && known.isThrottledOnly() == throttledOnly
        ? known
        : new TargetUsage(key, throttledOnly);
  }

  private void replace(Table table, Map<String, TargetUsage> targets) {
    Counting counts = new Counting(targets);
    Counting old = targets.isEmpty() ? counting.remove(table) : counting.put(table, counts);
    if (old != null) {
      table.removeReader(old);
    }
    if (!targets.isEmpty()) {
      table.addReader(counts);
    }
  }

  /**
   * Counts a read.
   *
   * @param index name of the index that was read; null for the table itself
   * @param item the item that was read, or as much of its key as was asked for
   */
  public void read(Table table, @Nullable String index, AttributeMap item) {
    count(table, index, item, false);
  }

  /** Counts a request, of whatever kind, that was throttled. */
  public void throttled(Table table, @Nullable String index, AttributeMap item) {
    count(table, index, item, true);
  }

  private void count(Table table, @Nullable String index, AttributeMap item, boolean throttled) {
    if (counting.isEmpty()) {
      return;
    }
    Counting counts = counting.get(table);
    TargetUsage usage = counts == null ? null : counts.targets().get(index == null ? TABLE : index);
    if (usage != null) {
      usage.count(item, throttled);
    }
  }

  /**
   * What has been counted of a table or an index; empty if nothing is.
   *
   * @param limit most keys of each rule
   */
  public Map<Rule, KeyRanking> rankings(Table table, @Nullable String index, int limit) {
    Counting counts = counting.get(table);
    TargetUsage usage = counts == null ? null : counts.targets().get(index == null ? TABLE : index);
    return usage == null ? Map.of() : usage.rankings(limit);
  }
}
