package dev.assay.engine.recovery;

import dev.assay.engine.table.TableDefinition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup of a whole table.
 *
 * @param expiresAt null for one that stays until it is deleted
 * @param sizeBytes of the items
 * @param table as it was when the backup was made
 */
public record Backup(
    String arn,
    String name,
    Status status,
    Type type,
    Instant createdAt,
    @Nullable Instant expiresAt,
    long sizeBytes,
    long itemCount,
    TableDefinition table) {
  /** The states that the API shows. */
  public enum Status {
    CREATING,
    AVAILABLE,
    DELETED
  }

  /** Who made it. */
  public enum Type {
    USER,
    SYSTEM,
    AWS_BACKUP
  }

  Backup withStatus(Status newStatus) {
    return new Backup(
        arn, name, newStatus, type, createdAt, expiresAt, sizeBytes, itemCount, table);
  }

  boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** Under which the vault has its items: several tables may be deleted in one millisecond. */
  String object() {
    return "backups/" + JobId.regionOf(arn) + "/" + table.id() + "/" + JobId.idOf(arn);
  }
}
