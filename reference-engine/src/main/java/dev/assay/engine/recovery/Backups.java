package dev.assay.engine.recovery;

import dev.assay.engine.api.Region;
import dev.assay.engine.archive.Compression;
import dev.assay.engine.archive.ItemFormat;
import dev.assay.engine.archive.RecordWriter;
import dev.assay.engine.durable.Ledger;
import dev.assay.engine.durable.Vault;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.value.AttributeMap;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All backups, which outlive their tables. Descriptions are in the ledger, items in the vault.
 *
 * <pre>
 *   CREATING ──► AVAILABLE ──► gone     a backup that the process died over is gone at once
 * </pre>
 */
public final class Backups {
  private static final String KIND = "backup";

  /** How long the backup is kept that a deleted table leaves behind. */
  private static final Duration SYSTEM_BACKUP_STAYS = Duration.ofDays(35);

  private final Ledger ledger;
  private final Vault vault;
  private final Jobs jobs;
  private final Duration least;
  private final Consumer<Throwable> accidents;
  private final ConcurrentSkipListMap<String, Backup> byArn = new ConcurrentSkipListMap<>();
  private final Set<String> beingRestored = ConcurrentHashMap.newKeySet();

  Backups(Ledger ledger, Vault vault, Jobs jobs, Duration least, Consumer<Throwable> accidents) {
    this.ledger = ledger;
    this.vault = vault;
    this.jobs = jobs;
    this.least = least;
    this.accidents = accidents;
    ledger.all(KIND).values().forEach(document -> recall(BackupDocument.read(document)));
  }

  private void recall(Backup backup) {
    if (backup.status() == Backup.Status.AVAILABLE) {
      byArn.put(backup.arn(), backup);
    } else {
      forget(backup);
    }
  }

  /** Begins a backup of the table as it is now. */
  public Backup create(Region region, Table table, String name) {
    return begin(region, table, name, Backup.Type.USER, null);
  }

  /** Begins the backup that a deleted table leaves behind. */
  void keepDeleted(Region region, Table table) {
    Instant until = region.clock().instant().plus(SYSTEM_BACKUP_STAYS);
    String name = table.definition().name() + "$DeletedTableBackup";
    begin(region, table, name, Backup.Type.SYSTEM, until);
  }

  private Backup begin(
      Region region, Table table, String name, Backup.Type type, @Nullable Instant expiresAt) {
    Instant now = region.clock().instant();
    TableDefinition definition = table.definition();
    Backup backup =
        new Backup(
            definition.arn() + "/backup/" + id(region, now, type),
            name,
            Backup.Status.CREATING,
            type,
            now,
            expiresAt,
            table.sizeBytes(),
            table.itemCount(),
            definition);
    Copy copy = new Copy(backup, Snapshot.now(table));
    ledger.put(KIND, backup.arn(), BackupDocument.write(backup));
    byArn.put(backup.arn(), backup);
    jobs.begin(region, least, copy, problem -> end(copy, problem));
    return backup;
  }

  private static String id(Region region, Instant now, Backup.Type type) {
    return type == Backup.Type.SYSTEM ? JobId.ofService(now) : JobId.next(region, now);
  }

  /** Writes the items of a table to the vault. */
  private final class Copy implements Jobs.Work {
    private final Backup backup;
    private final ItemSource items;
    private @Nullable RecordWriter out;
    private long itemCount;
    private long sizeBytes;

    Copy(Backup backup, ItemSource items) {
      this.backup = backup;
      this.items = items;
    }

    @Override
    public boolean step() throws IOException {
      RecordWriter writer = out;
      if (writer == null) {
        writer = RecordWriter.gzipped(ItemFormat.DYNAMODB_JSON, vault.create(backup.object()));
        out = writer;
      }
      List<AttributeMap> part = items.next();
      for (AttributeMap item : part) {
        writer.item(item);
        itemCount++;
        sizeBytes += item.sizeBytes();
      }
      if (part.isEmpty()) {
        writer.close();
        return false;
      }
      return true;
    }

    @Override
    public void release() {
      items.close();
      if (out != null) {
        try {
          out.close();
        } catch (IOException e) {
          accidents.accept(e);
        }
      }
    }
  }

  private void end(Copy copy, Optional<Throwable> problem) {
    Backup begun = copy.backup;
    if (problem.isPresent()) {
      accidents.accept(problem.get());
      byArn.remove(begun.arn());
      forget(begun);
      return;
    }
    Backup complete =
        new Backup(
            begun.arn(),
            begun.name(),
            Backup.Status.AVAILABLE,
            begun.type(),
            begun.createdAt(),
            begun.expiresAt(),
            copy.sizeBytes,
            copy.itemCount,
            begun.table());
    ledger.put(KIND, complete.arn(), BackupDocument.write(complete));
    byArn.put(complete.arn(), complete);
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
