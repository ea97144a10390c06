package dev.assay.engine.control;

import dev.assay.engine.api.Region;
import dev.assay.engine.store.IndexData;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableStatus;
import dev.assay.engine.table.TableTransitions;
import dev.assay.engine.table.VectorIndex;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * How a table passes from state to state. Everything here is called within a change of the region's
 * {@link dev.assay.engine.store.Transitions}.
 *
 * <pre>
 *   table          CREATING ──► ACTIVE ◄──► UPDATING,   ACTIVE ──► DELETING ──► gone
 *   added index    CREATING ──► CREATING, backfilling ──► ACTIVE ──► DELETING ──► gone
 *                  (table UPDATING)  (table ACTIVE)
 * </pre>
 */
final class Lifecycle {
  private final Region region;
  private final Table table;
  private final Instant now;

  Lifecycle(Region region, Table table) {
    this.region = region;
    this.table = table;
    this.now = region.clock().instant();
  }

  private TableTransitions durations() {
    return region.durations();
  }

  /** A new table becomes active, and its indexes with it. */
  void create() {
    after(durations().creating(), definition -> definition.activated(now));
  }

  /** A change that has begun is completed. */
  void update(UnaryOperator<TableDefinition> complete) {
    after(durations().updating(), complete);
  }

  /** A table is shown as being deleted, and then is gone. */
  void delete() {
    redefine(definition -> definition.withStatus(TableStatus.DELETING));
    at(now.plus(durations().deleting()), () -> region.catalog().remove(table));
  }

  /** The table is no longer a replica together with the one in a region, when that is gone. */
  void forgetReplica(String gone) {
    after(durations().deleting(), definition -> Replicas.without(definition, gone, region.name()));
  }

  /** Sets the indexes on their way whose building or deletion begins between two definitions. */
  void startIndexes(TableDefinition before, TableDefinition during) {
    for (SecondaryIndex index : during.globalIndexes()) {
      TableStatus status = before.index(index.name()).map(SecondaryIndex::status).orElse(null);
      if (status == null) {
        build(index);
      } else if (status != TableStatus.DELETING && index.status() == TableStatus.DELETING) {
        drop(index.name());
      }
    }
    for (VectorIndex index : during.vectorIndexes()) {
      TableStatus status = before.vectorIndex(index.name()).map(VectorIndex::status).orElse(null);
      if (status == null) {
        build(index);
      } else if (status != TableStatus.DELETING && index.status() == TableStatus.DELETING) {
        dropVectors(index.name());
      }
    }
  }

  /** The items go into the index at once; that it shows as backfilling is only a matter of time. */
  private void build(SecondaryIndex index) {
    String name = index.name();
    table.lock().lock();
    try {
      table.addIndex(index);
      table.backfill(name);
    } finally {
      table.lock().unlock();
    }
    IndexData data = table.index(name).orElseThrow();
    Instant allocated = now.plus(durations().updating());
    Instant filled = allocated.plus(durations().backfilling());
    at(allocated, () -> passOn(name, data, TableStatus.CREATING, true));
    at(filled, () -> passOn(name, data, TableStatus.ACTIVE, false));
  }

  /** Passes an index on, unless it has been called off or is another of the same name. */
  private void passOn(String name, IndexData data, TableStatus status, boolean backfilling) {
    redefine(
        definition ->
            definition
                .index(name)
                .filter(index -> index.status() == TableStatus.CREATING)
                .filter(index -> table.index(name).orElse(null) == data)
                .map(index -> definition.replace(index.withStatus(status, backfilling)))
                .orElse(definition));
  }

  private void drop(String name) {
    after(
        durations().deleting(),
        definition -> {
          table.removeIndex(name);
          return definition
              .withIndexes(
                  definition.indexes().stream()
                      .filter(index -> !index.name().equals(name))
                      .toList())
              .withoutUnusedDefinitions();
        });
  }

  private void build(VectorIndex index) {
    Instant allocated = now.plus(durations().updating());
    Instant filled = allocated.plus(durations().backfilling());
    Instant served = filled.plus(durations().serving());
    at(
        allocated,
        () ->
            passOn(
                index.withState(TableStatus.CREATING, VectorIndex.Phase.ALLOCATING),
                index.withState(TableStatus.CREATING, VectorIndex.Phase.BACKFILLING)));
    at(
        filled,
        () ->
            passOn(
                index.withState(TableStatus.CREATING, VectorIndex.Phase.BACKFILLING),
                index.withState(TableStatus.ACTIVE, VectorIndex.Phase.ACTIVE_NOT_SERVED)));
    at(
        served,
        () ->
            passOn(
                index.withState(TableStatus.ACTIVE, VectorIndex.Phase.ACTIVE_NOT_SERVED),
                index.withState(TableStatus.ACTIVE, VectorIndex.Phase.SERVED)));
  }

  private void passOn(VectorIndex from, VectorIndex to) {
    redefine(
        definition ->
            definition.vectorIndexes().contains(from) ? definition.replace(to) : definition);
  }

  private void dropVectors(String name) {
    after(
        durations().deleting(),
        definition ->
            definition
                .withVectorIndexes(
                    definition.vectorIndexes().stream()
                        .filter(index -> !index.name().equals(name))
                        .toList())
                .withoutUnusedDefinitions());
  }

  /** Replaces the definition; no write is on its way meanwhile. */
  TableDefinition redefine(UnaryOperator<TableDefinition> change) {
    table.lock().lock();
    try {
      TableDefinition changed = change.apply(table.definition());
      TableDefinition intended = table.intended();
      table.redefine(changed, intended == null ? null : change.apply(intended));
      return changed;
    } finally {
      table.lock().unlock();
    }
  }

  /** Begins a change whose completion cannot be told from how the table looks meanwhile. */
  void begin(TableDefinition during, UnaryOperator<TableDefinition> complete) {
    table.redefine(during, complete.apply(during));
  }

  /** A change that {@link #begin} began is completed. */
  void complete(UnaryOperator<TableDefinition> complete) {
    at(
        now.plus(durations().updating()),
        () -> {
          table.lock().lock();
          try {
            table.redefine(complete.apply(table.definition()), null);
          } finally {
            table.lock().unlock();
          }
        });
  }

  /** Goes on with whatever was on its way when the process ended; all times begin anew. */
  void resume() {
    TableDefinition definition = table.definition();
    switch (definition.status()) {
      case CREATING -> create();
      case DELETING -> delete();
      case ACTIVE, UPDATING, INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED -> {
        resumeIndexes(definition);
        if (!definition.attachments().equals(definition.attachments().settled())) {
          update(now -> now.withAttachments(now.attachments().settled()));
        }
        TableDefinition intended = table.intended();
        if (intended != null) {
          complete(then -> resumed(then, intended));
        }
      }
    }
  }

  private void resumeIndexes(TableDefinition definition) {
    for (SecondaryIndex index : definition.globalIndexes()) {
      switch (index.status()) {
        case CREATING -> build(index);
        case DELETING -> drop(index.name());
        case ACTIVE, UPDATING, INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED -> {
          // An index whose capacity changes is completed with its table's change.
        }
      }
    }
    for (VectorIndex index : definition.vectorIndexes()) {
      if (index.status() == TableStatus.DELETING) {
        dropVectors(index.name());
      } else {
        build(index);
      }
    }
  }

  private static TableDefinition resumed(TableDefinition then, TableDefinition intended) {
    TableDefinition done = then.withSettings(intended.settings()).withStatus(intended.status());
    for (SecondaryIndex index : intended.globalIndexes()) {
      SecondaryIndex current = then.index(index.name()).orElse(null);
      if (current != null && current.status() == TableStatus.UPDATING) {
        done = done.replace(index);
      }
    }
    return done;
  }

  private void after(Duration duration, UnaryOperator<TableDefinition> change) {
    at(now.plus(duration), () -> redefine(change));
  }

  private void at(Instant due, Runnable change) {
    region.transitions().schedule(due, change);
  }
}
