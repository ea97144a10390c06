package dev.assay.features.tables;

import dev.assay.features.poll.Poll;
import dev.assay.features.wire.StoreClient;
import dev.assay.features.wire.TransportException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The tables of one run. Creating one takes ten seconds on AWS, so tables of the same schema are
 * lent to one scenario after another and emptied in between. Every name is noted before its table
 * can exist and struck out once it is deleted, so that {@link #close} finds what is left whatever
 * happened. Safe for many threads.
 */
public final class Tables {
  private final String prefix;
  private final TableLifecycle lifecycle;
  private final TableSweep sweep;
  private final Map<TableSchema, Deque<String>> idle = new HashMap<>();
  private final Map<String, List<StoreClient>> global = new HashMap<>();
  private final Set<String> doubted = new HashSet<>();
  private final Poll poll;
  private final Duration deadline;
  private final ConcurrentSkipListSet<String> existing = new ConcurrentSkipListSet<>();
  private int lent;
  private boolean closed;

  /**
   * @param prefix what the name of every table starts with
   * @param deadline how long the store may take to create, empty or delete a table
   */
  public Tables(String prefix, Poll poll, Duration deadline) {
    this.prefix = prefix;
    this.poll = poll;
    this.deadline = deadline;
    this.lifecycle = new TableLifecycle(poll, deadline);
    this.sweep = new TableSweep(poll, deadline);
  }

  /** A table that one scenario has to itself until it gives it back. */
  public record Lease(String table, TableSchema schema) {}

  /** An empty table of that schema, used before or new. */
  public Lease lease(StoreClient client, TableSchema schema) throws TransportException {
    Optional<String> free = takeIdle(schema);
    while (free.isPresent() && takeDoubt(free.get()) && !lifecycle.exists(client, free.get())) {
      free = takeIdle(schema);
    }
    String table = free.orElseGet(this::nextPoolName);
    if (free.isEmpty()) {
      create(client, table, schema);
    }
    return new Lease(table, schema);
  }

  private synchronized Optional<String> takeIdle(TableSchema schema) {
    Deque<String> tables = idle.get(schema);
    return tables == null ? Optional.empty() : Optional.ofNullable(tables.pollFirst());
  }

  private synchronized boolean takeDoubt(String table) {
    return doubted.remove(table);
  }

  /** The store may have lost the tables that wait to be lent: each is looked for before it is. */
  public synchronized void doubt() {
    idle.values().forEach(doubted::addAll);
  }

  private synchronized String nextPoolName() {
    return prefix + "-pool-" + ++lent;
  }

  /** Empties the table for the next scenario, or deletes it when it cannot be emptied. */
  public void giveBack(StoreClient client, Lease lease) throws TransportException {
    if (sweep.empty(client, lease.table(), lease.schema())) {
      synchronized (this) {
        idle.computeIfAbsent(lease.schema(), s -> new ArrayDeque<>()).addFirst(lease.table());
      }
    } else {
      delete(client, lease.table());
    }
  }

  /** A table for one scenario only; it must {@link #delete} it. */
  public void create(StoreClient client, String table, TableSchema schema)
      throws TransportException {
    note(table);
    lifecycle.create(client, table, schema);
  }

  /** Notes a table that a scenario may create by itself. */
  public synchronized void note(String table) {
    if (closed) {
      throw new IllegalStateException("the run is over: no table " + table);
    }
    existing.add(table);
  }

  /**
   * Notes that a table has, or will have, replicas.
   *
   * @param regions clients that leave no evidence, the table's own region first
   */
  public synchronized void noteGlobal(String table, List<StoreClient> regions) {
    global.put(table, List.copyOf(regions));
  }

  private synchronized List<StoreClient> regionsOf(String table) {
    return global.getOrDefault(table, List.of());
  }

  public void delete(StoreClient client, String table) throws TransportException {
    List<StoreClient> regions = regionsOf(table);
    if (!regions.isEmpty()) {
      new GlobalTeardown(regions, poll, deadline).dismantle(table);
    }
    if (lifecycle.delete(client, table)) {
      existing.remove(table);
    }
  }

  /** Deletes what is left and refuses new tables; returns what could not be deleted. */
  public List<String> close(StoreClient client) {
    synchronized (this) {
      closed = true;
    }
    for (String table : existing) {
      try {
        delete(client, table);
      } catch (TransportException e) {
        // The store is out of reach: the same would happen to every other table.
        break;
      }
    }
    return List.copyOf(existing);
  }

  /** What the names of the run's tables start with. */
  public String prefix() {
    return prefix;
  }
}
