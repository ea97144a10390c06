package dev.assay.engine.ttl;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.store.Catalog;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Replication;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.WriteMeta;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.value.AttributeMap;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Deletes the expired items of one region's tables. An item that has expired can be read, and
 * written, until a sweep has come by, as with the service.
 */
public final class Sweeper {
  private final Catalog catalog;
  private final Clock clock;

  public Sweeper(Catalog catalog, Clock clock) {
    this.catalog = catalog;
    this.clock = clock;
  }

  /**
   * Goes once through every table that has a time to live. A table is locked for one item at a
   * time, so that no request waits for the whole.
   *
   * @return how many items it deleted
   */
  public int sweep() {
    int deleted = 0;
    for (Table table : catalog.tables()) {
      String attribute = attribute(table.definition());
      if (attribute != null) {
        deleted += sweep(table, attribute);
      }
    }
    return deleted;
  }

  private static @Nullable String attribute(TableDefinition definition) {
    return switch (definition.status()) {
      case ACTIVE, UPDATING -> {
        var timeToLive = definition.attachments().timeToLive();
        yield timeToLive.isOn() ? timeToLive.attribute() : null;
      }
      case CREATING, DELETING, INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED -> null;
    };
  }

  private int sweep(Table table, String attribute) {
    int deleted = 0;
    Expiry expiry = Expiry.at(clock.instant(), attribute);
    for (Map.Entry<EntryKey, AttributeMap> entry : table.items().entrySet()) {
      if (table.hasOwnClocks()) {
        expiry = Expiry.at(table.timeAt(entry.getKey(), clock), attribute);
      }
      if (expiry.isExpired(entry.getValue()) && delete(table, entry.getKey(), expiry)) {
        deleted++;
      }
    }
    return deleted;
  }

  /** Deletes an item unless it has been given another time meanwhile. */
  private boolean delete(Table table, EntryKey key, Expiry expiry) {
    table.lock().lock();
    try {
      AttributeMap item = table.find(key);
      Replication replication = table.replication();
      boolean elsewhere = replication != null && !replication.expiresHere(key);
      if (item == null || elsewhere || !expiry.isExpired(item)) {
        return false;
      }
      table.append(key, item, null, WriteMeta.ofExpiry(table.timeAt(key, clock)));
      return true;
    } catch (ServiceException notNow) {
      // Its partition takes no writes now, or the log has no room: a later sweep comes by.
      return false;
    } finally {
      table.lock().unlock();
    }
  }
}
