package dev.assay.engine.replication;

import dev.assay.engine.schedule.Scheduler;
import dev.assay.engine.store.OwedWrite;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.TableObserver;
import dev.assay.engine.table.Membership;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableStatus;
import dev.assay.engine.time.EngineTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The global tables of an account. They follow the definitions of the tables: what these say of a
 * membership is all there is to do to be replicated.
 */
public final class GlobalTables {
  private final EngineTime time;
  private final Links links;
  private final Scheduler scheduler;
  private final ConcurrentMap<String, Group> groups = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Arrivals> arrivals = new ConcurrentHashMap<>();
  private final ConcurrentMap<Table, Replica> replicas = new ConcurrentHashMap<>();
  private final ConcurrentMap<Table, List<OwedWrite>> owed = new ConcurrentHashMap<>();

  /**
   * @param links how regions reach each other
   * @param scheduler brings writes in while nobody looks
   */
  public GlobalTables(EngineTime time, Links links, Scheduler scheduler) {
    this.time = time;
    this.links = links;
    this.scheduler = scheduler;
    links.onChange(() -> arrivals.values().forEach(each -> each.wake(Duration.ZERO)));
  }

  /** Brings in what is due in a region. Costs next to nothing if nothing is on its way. */
  public Runnable arrivals(String region) {
    return at(region);
  }

  /** How many writes are on their way to a region. */
  public long waiting(String region) {
    return at(region).waiting();
  }

  private Arrivals at(String region) {
    return arrivals.computeIfAbsent(
        region, name -> new Arrivals(name, this::receive, time::now, scheduler));
  }

  private @Nullable Instant receive(String region) {
    Instant next = null;
    for (Group group : groups.values()) {
      Instant due = group.receive(region);
      next = next == null || (due != null && due.isBefore(next)) ? due : next;
    }
    return next;
  }

  /** What a table, as soon as it is a replica, has still to be given. */
  public void owe(Table table, List<OwedWrite> writes) {
    owed.put(table, writes);
  }

  /** Forgets what no replica needs to remember any more. */
  public void trim() {
    groups.values().forEach(Group::trim);
  }

  /** Follows the tables of one region. */
  public TableObserver observer(String region) {
    return new TableObserver() {
      @Override
      public void added(Table table) {
        follow(region, table);
      }

      @Override
      public void redefined(Table table, TableDefinition before) {
        follow(region, table);
      }

      @Override
      public void removed(Table table) {
        table.lock().lock();
        try {
          part(table);
        } finally {
          table.lock().unlock();
        }
      }
    };
  }

  private void follow(String region, Table table) {
    TableDefinition definition = table.definition();
    Membership membership = definition.settings().global().membership();
    if (membership == null || definition.status() == TableStatus.DELETING) {
      part(table);
    } else if (!replicas.containsKey(table)) {
      join(new Replica(region, table, time.clockOf(region)), membership);
    }
  }

  private synchronized void join(Replica replica, Membership membership) {
    String name = replica.table().definition().name();
    replicas.put(replica.table(), replica);
    groups
        .computeIfAbsent(
            name,
            table ->
                membership.isStrong()
                    ? new StrongGroup(table, links, this::at)
                    : new EventualGroup(table, membership.isLegacy(), links, time::now, this::at))
        .join(replica, Objects.requireNonNullElse(owed.remove(replica.table()), List.of()));
  }

  private synchronized void part(Table table) {
    Replica replica = replicas.remove(table);
    String name = table.definition().name();
    Group group = groups.get(name);
    if (replica != null && group != null) {
      group.leave(replica);
      if (group.isEmpty()) {
        groups.remove(name);
      }
    }
  }
}
