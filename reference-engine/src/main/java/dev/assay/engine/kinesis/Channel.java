package dev.assay.engine.kinesis;

import dev.assay.engine.schedule.Scheduler;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.LogEntry;
import dev.assay.engine.store.LogReader;
import dev.assay.engine.stream.StreamRecord;
import dev.assay.engine.table.StreamViewType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The way of one table's changes to one data stream. At most one request is under way; the next is
 * made when it has been answered, or some time after it has failed. No write ever waits for any of
 * this.
 *
 * <pre>
 *   log ─► queue (bounded) ─► batch ─► PutRecords ─┐
 *                               ▲   what it left   │
 *                               └──────────────────┘
 * </pre>
 */
final class Channel implements LogReader {
  private final DataStream stream;
  private final KeySchema key;
  private final KinesisClient client;
  private final Scheduler scheduler;
  private final DeliveryPolicy policy;
  private final ChangeQueue queue;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile Bookmarks.@Nullable Bookmark bookmark;
  private volatile ChangeData data;
  private volatile State state = State.WAITING;

  private enum State {
    /** Collects, because nobody knows yet whether there is such a data stream. */
    WAITING,
    OPEN,
    FINISHING,
    SHUT;

    boolean sends() {
      return this == OPEN || this == FINISHING;
    }
  }

  Channel(
      DataStream stream,
      KeySchema key,
      ChangeData data,
      KinesisClient client,
      Scheduler scheduler,
      DeliveryPolicy policy) {
    this.stream = stream;
    this.key = key;
    this.data = data;
    this.client = client;
    this.scheduler = scheduler;
    this.policy = policy;
    this.queue = new ChangeQueue(policy.queueBytes());
  }

  @Override
  public void accept(LogEntry entry) {
    if (!entry.changesNothing()) {
      take(entry);
      wake();
    }
  }

  private void take(LogEntry entry) {
    StreamRecord record =
        StreamRecord.of(entry, entry.index(), key, StreamViewType.NEW_AND_OLD_IMAGES);
    synchronized (queue) {
      queue.add(record);
      Bookmarks.Bookmark kept = bookmark;
      if (kept != null) {
        kept.waits(record.time());
      }
    }
  }

  /** Says from now on how far it has come, there. */
  void keep(Bookmarks.Bookmark newBookmark) {
    synchronized (queue) {
      bookmark = newBookmark;
      Instant next = queue.next();
      if (next != null) {
        newBookmark.waits(next);
      }
    }
  }

  private void delivered(long upTo) {
    synchronized (queue) {
      Bookmarks.Bookmark kept = bookmark;
      if (kept != null) {
        kept.delivered(upTo, queue.next());
      }
    }
  }

  /** From now on what is in the queue is sent. */
  void open() {
    state = State.OPEN;
    wake();
  }

  /** Sends what is in the queue, if it can be sent at once, and nothing more. */
  void finish() {
    state = state == State.OPEN ? State.FINISHING : State.SHUT;
    Bookmarks.Bookmark kept = bookmark;
    if (kept != null) {
      kept.remove();
    }
  }

  /** Sends nothing more; what waits stays behind the bookmark. */
  void shut() {
    state = State.SHUT;
  }

  /** Shows later changes in another way. */
  void present(ChangeData newData) {
    data = newData;
  }

  /** How many changes were given up because they waited too long behind others. */
  long givenUp() {
    return queue.givenUp();
  }

  private void wake() {
    if (state.sends() && !queue.isEmpty() && busy.compareAndSet(false, true)) {
      scheduler.after(Duration.ZERO, this::sendNext);
    }
  }

  private void sendNext() {
    ChangeQueue.Batch batch =
        state.sends() ? queue.batch(data::of) : new ChangeQueue.Batch(List.of(), 0);
    if (batch.changes().isEmpty()) {
      busy.set(false);
      // One may have come after the look into the queue and found this still busy.
      wake();
    } else {
      send(batch, 0);
    }
  }

  private void send(ChangeQueue.Batch batch, int failures) {
    if (state == State.SHUT) {
      busy.set(false);
      return;
    }
    client.put(stream, batch.changes()).thenAccept(left -> goOn(batch, left, failures));
  }

  private void goOn(ChangeQueue.Batch batch, List<Change> left, int failures) {
    if (left.isEmpty()) {
      delivered(batch.upTo());
      scheduler.after(Duration.ZERO, this::sendNext);
    } else if (state == State.OPEN) {
      // A part that got through shows that the stream is there: begin anew to be patient.
      int inRow = left.size() < batch.changes().size() ? 1 : failures + 1;
      ChangeQueue.Batch rest = new ChangeQueue.Batch(left, batch.upTo());
      scheduler.after(policy.backoff(inRow), () -> send(rest, inRow));
    } else {
      state = State.SHUT;
      busy.set(false);
    }
  }
}
