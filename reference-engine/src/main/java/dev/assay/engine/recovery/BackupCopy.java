package dev.assay.engine.recovery;

import dev.assay.engine.archive.ItemFormat;
import dev.assay.engine.archive.RecordWriter;
import dev.assay.engine.durable.Vault;
import dev.assay.engine.value.AttributeMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the items of a backup to the vault. */
final class BackupCopy implements Jobs.Work {
  private final Backup backup;
  private final Vault vault;
  private final Items items;
  private final Consumer<Throwable> accidents;
  private @Nullable RecordWriter out;
  private long itemCount;
  private long sizeBytes;

  /** Where the items come from. */
  interface Items {
    /**
     * Hands on some.
     *
     * @return whether there may be more
     */
    boolean next(Consumer<AttributeMap> each) throws IOException;

    default void close() {}

    /** Those of a table that is there, or was until just now. */
    static Items of(ItemSource source) {
      return new Items() {
        @Override
        public boolean next(Consumer<AttributeMap> each) throws IOException {
          List<AttributeMap> part = source.next();
          part.forEach(each);
          return !part.isEmpty();
        }

        @Override
        public void close() {
          source.close();
        }
      };
    }
  }

  BackupCopy(Backup backup, Vault vault, Items items, Consumer<Throwable> accidents) {
    this.backup = backup;
    this.vault = vault;
    this.items = items;
    this.accidents = accidents;
  }

  @Override
  public boolean step() throws IOException {
    RecordWriter known = out;
    RecordWriter writer =
        known == null
            ? RecordWriter.gzipped(ItemFormat.DYNAMODB_JSON, vault.create(backup.object()))
            : known;
    out = writer;
    boolean more = items.next(item -> write(writer, item));
    if (!more) {
      writer.close();
    }
    return more;
  }

  private void write(RecordWriter writer, AttributeMap item) {
    try {
      writer.item(item);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    itemCount++;
    sizeBytes += item.sizeBytes();
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

  /** The backup as it begins. */
  Backup begun() {
    return backup;
  }

  /** The backup with all items in it. */
  Backup complete() {
    return new Backup(
        backup.arn(),
        backup.name(),
        Backup.Status.AVAILABLE,
        backup.type(),
        backup.createdAt(),
        backup.expiresAt(),
        sizeBytes,
        itemCount,
        backup.table());
  }
}
