package dev.assay.engine.kinesis;

import dev.assay.engine.durable.History;
import dev.assay.engine.durable.Storage;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.store.LogEntry;
import dev.assay.engine.store.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Remembers, where there is a log on disk, up to which position of a table's log a destination has
 * got its changes, and has the log kept from there: what was not delivered when the process ended
 * is delivered by the next one. A change may be delivered twice, and has the same event id then.
 */
final class Bookmarks {
  private static final String KIND = "kinesis";

  private final Storage storage;

  Bookmarks(Storage storage) {
    this.storage = storage;
  }

  /**
   * The bookmark of a destination, which is put where the table's log is now unless there is one.
   * The caller holds the table's lock.
   *
   * @param missed gets what was written to the table since, the oldest first
   */
  Bookmark open(Table table, String streamArn, Consumer<LogEntry> missed) {
    Bookmark mark = new Bookmark(table.definition().id() + " " + streamArn);
    History history = storage.history();
    if (history == null) {
      return mark;
    }
    byte[] known = storage.ledger().all(KIND).get(mark.id);
    if (known == null) {
      mark.put(table.position());
      return mark;
    }
    long delivered = Long.parseLong(new String(known, StandardCharsets.US_ASCII));
    if (delivered < table.position()) {
      try {
        history.entries(table.definition().id(), delivered, table.position(), missed);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return mark;
  }

  /** Nothing is delivered to a destination any more. */
  void remove(Table table, String streamArn) {
    new Bookmark(table.definition().id() + " " + streamArn).remove();
  }

  /** That of one destination. Safe for use by several threads. */
  final class Bookmark {
    private final String id;
    private @Nullable Instant pinned;
    private boolean removed;

    private Bookmark(String id) {
      this.id = id;
    }

    /** A change waits to be delivered. */
    synchronized void waits(Instant time) {
      if (pinned == null && !removed) {
        pinned = time;
        storage.retention().pin(KIND + "/" + id, time);
      }
    }

    /**
     * All changes up to a position have been delivered.
     *
     * @param next of what time the next is; null if there is none
     */
    synchronized void delivered(long position, @Nullable Instant next) {
      if (removed || storage.history() == null) {
        return;
      }
      put(position);
      pinned = next;
      if (next == null) {
        storage.retention().release(KIND + "/" + id);
      } else {
        storage.retention().pin(KIND + "/" + id, next);
      }
    }

    private void put(long position) {
      try {
        storage.ledger().put(KIND, id, Long.toString(position).getBytes(StandardCharsets.US_ASCII));
      } catch (ServiceException notKept) {
        // What has been delivered since is delivered again after a restart.
      }
    }

    /** Nothing is delivered any more, or nobody counts it. */
    synchronized void remove() {
      removed = true;
      storage.retention().release(KIND + "/" + id);
      try {
        if (storage.ledger().all(KIND).containsKey(id)) {
          storage.ledger().remove(KIND, id);
        }
      } catch (ServiceException notKept) {
        // Nobody looks for it unless the destination is enabled again.
      }
    }
  }
}
