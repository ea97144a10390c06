package dev.assay.engine.recovery;

import dev.assay.engine.api.Region;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.store.Commit;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.WriteMeta;
import dev.assay.engine.table.RestoreSummary;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.value.AttributeMap;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes new tables with the items of old ones. While items are written the table is CREATING, so
 * that nobody sees a part of them; if they cannot all be written it is gone again.
 */
public final class Restores {
  /** How many restores an account may have under way at once. */
  private static final int MOST = 50;

  private final Jobs jobs;
  private final Duration least;
  private final Consumer<Throwable> accidents;
  private final AtomicInteger underWay = new AtomicInteger();

  Restores(Jobs jobs, Duration least, Consumer<Throwable> accidents) {
    this.jobs = jobs;
    this.least = least;
    this.accidents = accidents;
  }

  /**
   * Begins a restore.
   *
   * @param definition of the new table, in its state CREATING
   * @param items opened only if the restore begins
   * @return the new table
   * @throws ServiceException TableAlreadyExistsException, TableInUseException or
   *     LimitExceededException
   */
  Table begin(Region region, TableDefinition definition, Supplier<ItemSource> items) {
    Table table = new Table(definition);
    return region
        .transitions()
        .change(
            region.clock(),
            () -> {
              region.catalog().find(definition.name()).ifPresent(Restores::refuse);
              if (underWay.get() >= MOST) {
                throw new ServiceException(
                    ErrorType.LIMIT_EXCEEDED,
                    "Only " + MOST + " restore operations can be in progress at a time");
              }
              ItemSource source = items.get();
              region.catalog().add(table);
              underWay.incrementAndGet();
              jobs.begin(
                  region,
                  least,
                  new Filling(region, table, source),
                  problem -> end(region, table, problem));
              return table;
            });
  }

  private static void refuse(Table table) {
    TableDefinition there = table.definition();
    RestoreSummary restore = there.settings().restore();
    if (restore == null) {
      throw new ServiceException(
          ErrorType.TABLE_ALREADY_EXISTS, "Table already exists: " + there.name());
    }
    String from = restore.backupArn();
    throw new ServiceException(
        ErrorType.TABLE_IN_USE,
        "Table: "
            + there.name()
            + " is already being restored from "
            + (from == null ? "table: " + restore.sourceTableArn() : "backup: " + from));
  }

  /** Writes items into a table that nobody else writes to. */
  private record Filling(Region region, Table table, ItemSource items) implements Jobs.Work {
    @Override
    public boolean step() throws IOException {
      List<AttributeMap> part = items.next();
      if (part.isEmpty()) {
        return false;
      }
      table.lock().lock();
      try {
        Commit commit = new Commit(WriteMeta.ofClient(region.clock().instant()));
        for (AttributeMap item : part) {
          commit.add(table, EntryKey.of(table.definition().key(), item), null, item);
        }
        commit.apply();
      } finally {
        table.lock().unlock();
      }
      return true;
    }

    @Override
    public void release() {
      items.close();
    }
  }

  private void end(Region region, Table table, Optional<Throwable> problem) {
    if (problem.isPresent()) {
      region.catalog().remove(table);
      accidents.accept(problem.get());
    } else {
      TableDefinition active = table.definition().activated(table.definition().createdAt());
      // Nothing tells a table that has been restored from any other.
      table.redefine(active.withSettings(active.settings().change().restore(null).settings()));
    }
    // Last, because it is all done once more if the log did not take it.
    underWay.decrementAndGet();
  }
}
