package dev.assay.engine.recovery;

import dev.assay.engine.api.Region;
import dev.assay.engine.archive.Compression;
import dev.assay.engine.durable.History;
import dev.assay.engine.durable.Ledger;
import dev.assay.engine.durable.Storage;
import dev.assay.engine.durable.Vault;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.TableDefinition;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All backups, which outlive their tables. Descriptions are in the ledger, items in the vault.
 *
 * <pre>
 *   CREATING ──► AVAILABLE ──► gone     a backup that the process died over is gone at once,
 *                                       that of a deleted table is written anew from the log
 * </pre>
 */
public final class Backups {
  private static final String KIND = "backup";

  /** How long the backup is kept that a deleted table leaves behind. */
  private static final Duration SYSTEM_BACKUP_STAYS = Duration.ofDays(35);

  private final Storage storage;
  private final Ledger ledger;
  private final Vault vault;
  private final Jobs jobs;
  private final Duration least;
  private final Consumer<Throwable> accidents;
  private final ConcurrentSkipListMap<String, Backup> byArn = new ConcurrentSkipListMap<>();
  private final ConcurrentMap<String, Backup> announced = new ConcurrentHashMap<>();
  private final Set<String> beingRestored = ConcurrentHashMap.newKeySet();

  /**
   * @param isThere whether a table is there
   */
  Backups(
      Storage storage,
      Predicate<TableDefinition> isThere,
      Jobs jobs,
      Duration least,
      Consumer<Throwable> accidents) {
    this.storage = storage;
    this.ledger = storage.ledger();
    this.vault = storage.vault();
    this.jobs = jobs;
    this.least = least;
    this.accidents = accidents;
    ledger.all(KIND).values().forEach(document -> recall(BackupDocument.read(document), isThere));
  }

  private void recall(Backup backup, Predicate<TableDefinition> isThere) {
    boolean left = backup.type() == Backup.Type.SYSTEM && !isThere.test(backup.table());
    if (backup.status() == Backup.Status.AVAILABLE) {
      byArn.put(backup.arn(), backup);
    } else if (left && storage.history() != null) {
      byArn.put(backup.arn(), backup);
      pin(backup);
    } else {
      // That of a table whose deletion was not completed comes again with it.
      forget(backup);
    }
  }

  /** Writes anew, from the log, what deleted tables were leaving behind when the process died. */
  void resume(Function<String, Region> regions) {
    History history = storage.history();
    if (history == null) {
      return;
    }
    for (Backup backup : byArn.values()) {
      if (backup.status() == Backup.Status.CREATING) {
        BackupCopy.Items items =
            each -> {
              history.lastItems(backup.table().id(), each);
              return false;
            };
        write(regions.apply(JobId.regionOf(backup.arn())), backup, items);
      }
    }
  }

  private void write(Region region, Backup backup, BackupCopy.Items items) {
    byArn.put(backup.arn(), backup);
    BackupCopy copy = new BackupCopy(backup, vault, items, accidents);
    jobs.begin(region, least, copy, problem -> end(copy, problem));
  }

  /** Begins a backup of the table as it is now. */
  public Backup create(Region region, Table table, String name) {
    Backup backup = creating(region, table, name, Backup.Type.USER, null);
    ledger.put(KIND, backup.arn(), BackupDocument.write(backup));
    write(region, backup, BackupCopy.Items.of(Snapshot.now(table)));
    return backup;
  }

  /**
   * A table is about to be deleted: the backup that it leaves behind is noted before, so that it is
   * not lost if the process dies over it.
   *
   * @throws ServiceException if it cannot be noted
   */
  void announceDeleted(Region region, Table table) {
    if (announced.containsKey(table.definition().id())) {
      return;
    }
    Instant until = region.clock().instant().plus(SYSTEM_BACKUP_STAYS);
    String name = table.definition().name() + "$DeletedTableBackup";
    Backup backup = creating(region, table, name, Backup.Type.SYSTEM, until);
    pin(backup);
    ledger.put(KIND, backup.arn(), BackupDocument.write(backup));
    announced.put(table.definition().id(), backup);
  }

  /** Begins the backup that a deleted table leaves behind. */
  void keepDeleted(Region region, Table table) {
    Backup backup = announced.remove(table.definition().id());
    if (backup != null) {
      write(region, backup, BackupCopy.Items.of(Snapshot.now(table)));
    }
  }

  /** The log has to be kept back to when the table was there. */
  private void pin(Backup backup) {
    storage.retention().pin(pinOf(backup), backup.createdAt());
  }

  private static String pinOf(Backup backup) {
    return "backup/" + backup.arn();
  }

  private static Backup creating(
      Region region, Table table, String name, Backup.Type type, @Nullable Instant expiresAt) {
    Instant now = region.clock().instant();
    TableDefinition definition = table.definition();
    return new Backup(
        definition.arn() + "/backup/" + id(region, now, type),
        name,
        Backup.Status.CREATING,
        type,
        now,
        expiresAt,
        table.sizeBytes(),
        table.itemCount(),
        definition);
  }

  private static String id(Region region, Instant now, Backup.Type type) {
    return type == Backup.Type.SYSTEM ? JobId.ofService(now) : JobId.next(region, now);
  }

  private void end(BackupCopy copy, Optional<Throwable> problem) {
    Backup begun = copy.begun();
    if (problem.isPresent()) {
      accidents.accept(problem.get());
      byArn.remove(begun.arn());
      forget(begun);
    } else {
      Backup complete = copy.complete();
      ledger.put(KIND, complete.arn(), BackupDocument.write(complete));
      byArn.put(complete.arn(), complete);
    }
    storage.retention().release(pinOf(begun));
  }

  /**
   * The backup of this ARN.
   *
   * @throws ServiceException BackupNotFoundException
   */
  public Backup require(Region region, String arn) {
    region.transitions().settle(region.clock());
    Backup backup = byArn.get(arn);
    if (backup == null || backup.isExpired(region.clock().instant())) {
      throw new ServiceException(ErrorType.BACKUP_NOT_FOUND, "Backup not found: " + arn);
    }
    return backup;
  }

  /** The backups of a region's tables, those that have expired left out, by ARN. */
  public List<Backup> in(Region region) {
    region.transitions().settle(region.clock());
    Instant now = region.clock().instant();
    return byArn.values().stream()
        .filter(backup -> JobId.regionOf(backup.arn()).equals(region.name()))
        .filter(backup -> !backup.isExpired(now))
        .toList();
  }

  /**
   * Deletes a backup.
   *
   * @return the backup as it is shown last
   * @throws ServiceException BackupNotFoundException or BackupInUseException
   */
  public Backup delete(Region region, String arn) {
    Backup backup = require(region, arn);
    requireDeletable(backup);
    byArn.remove(arn);
    forget(backup);
    return backup.withStatus(Backup.Status.DELETED);
  }

  private void requireDeletable(Backup backup) {
    if (backup.type() == Backup.Type.SYSTEM) {
      throw ServiceException.validation(
          "User is not allowed to delete the system backup with arn "
              + backup.arn()
              + ". It will automatically expire on "
              + backup.expiresAt());
    }
    if (backup.status() == Backup.Status.CREATING) {
      throw inUse("Backup is being created: " + backup.arn());
    }
    if (beingRestored.contains(backup.arn())) {
      throw inUse("Backup is being used to restore table: " + backup.arn());
    }
  }

  private static ServiceException inUse(String why) {
    return new ServiceException(ErrorType.BACKUP_IN_USE, why);
  }

  private void forget(Backup backup) {
    ledger.remove(KIND, backup.arn());
    try {
      vault.delete(backup.object());
    } catch (IOException e) {
      accidents.accept(e);
    }
  }

  /** Deletes the backups that have expired. */
  void sweep(Region region) {
    Instant now = region.clock().instant();
    for (Backup backup : byArn.values()) {
      boolean mine = JobId.regionOf(backup.arn()).equals(region.name());
      if (mine && backup.isExpired(now) && !beingRestored.contains(backup.arn())) {
        byArn.remove(backup.arn());
        forget(backup);
      }
    }
  }

  /**
   * The items of a backup, which is neither read again nor deleted until they are closed.
   *
   * @throws ServiceException BackupInUseException if it is not complete yet, or being read
   */
  ItemSource items(Backup backup) {
    if (backup.status() != Backup.Status.AVAILABLE) {
      throw inUse("Backup is being created: " + backup.arn());
    }
    if (!beingRestored.add(backup.arn())) {
      throw inUse("Backup is being used to restore another table: " + backup.arn());
    }
    return new StoredItems(
        () -> Compression.GZIP.plain(vault.open(backup.object())),
        () -> beingRestored.remove(backup.arn()));
  }
}
