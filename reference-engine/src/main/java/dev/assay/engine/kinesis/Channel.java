package dev.assay.engine.kinesis;

import dev.assay.engine.schedule.Scheduler;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.LogEntry;
import dev.assay.engine.store.LogReader;
import dev.assay.engine.stream.StreamRecord;
import dev.assay.engine.table.StreamViewType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

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
      queue.add(StreamRecord.of(entry, entry.index(), key, StreamViewType.NEW_AND_OLD_IMAGES));
      wake();
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
    List<Change> batch = state.sends() ? queue.batch(data::of) : List.of();
    if (batch.isEmpty()) {
      busy.set(false);
      // One may have come after the look into the queue and found this still busy.
      wake();
    } else {
      send(batch, 0);
    }
  }

  private void send(List<Change> batch, int failures) {
    client.put(stream, batch).thenAccept(left -> goOn(batch, left, failures));
  }

  private void goOn(List<Change> batch, List<Change> left, int failures) {
    if (left.isEmpty()) {
      scheduler.after(Duration.ZERO, this::sendNext);
    } else if (state == State.OPEN) {
      // A part that got through shows that the stream is there: begin anew to be patient.
      int inRow = left.size() < batch.size() ? 1 : failures + 1;
      scheduler.after(policy.backoff(inRow), () -> send(left, inRow));
    } else {
      state = State.SHUT;
      busy.set(false);
    }
  }
}
