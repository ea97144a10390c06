package dev.assay.cli.bench;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * A store and its network in simulated time: each connection's request is answered at the moment
 * that a function of the moment of its sending gives. Time passes only while the client waits.
 */
final class SimulatedStore implements Exchanges, Timing {
  static final long MILLI = 1_000_000;

  private final LongUnaryOperator answeredAt;
  private final long[] due;
  private final ByteBuffer request = ByteBuffer.allocate(64);
  private final List<Reply> scripted = new ArrayList<>();
  private long now = 17;
  private int underWay;

  /**
   * A store.
   *
   * @param answeredAt the moment of the answer by the moment of the request, both from the
   *     beginning; {@link Long#MAX_VALUE} for never
   */
  SimulatedStore(int connections, LongUnaryOperator answeredAt) {
    this.answeredAt = answeredAt;
    this.due = new long[connections];
    java.util.Arrays.fill(due, Long.MIN_VALUE);
  }

  /** The next replies are these, before all others. */
  SimulatedStore replying(Reply... replies) {
    scripted.addAll(List.of(replies));
    return this;
  }

  int underWay() {
    return underWay;
  }

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public void pause(long nanos) {
    now += nanos;
  }

  @Override
  public int connections() {
    return due.length;
  }

  @Override
  public ByteBuffer request(int connection) {
    request.clear();
    return request;
  }

  @Override
  public void send(int connection, boolean keepBody) {
    if (due[connection] != Long.MIN_VALUE) {
      throw new AssertionError("connection " + connection + " is not idle");
    }
    long at = answeredAt.applyAsLong(now - 17);
    due[connection] = at == Long.MAX_VALUE ? at : 17 + at;
    underWay++;
  }

  @Override
  public void poll(long atMostNanos, Replies replies) {
    int first = 0;
    for (int connection = 0; connection < due.length; connection++) {
      if (due[first] == Long.MIN_VALUE
          || (due[connection] != Long.MIN_VALUE && due[connection] < due[first])) {
        first = connection;
      }
    }
    boolean arrives = due[first] != Long.MIN_VALUE && due[first] <= now + atMostNanos;
    if (!arrives) {
      now += atMostNanos;
      return;
    }
    now = Math.max(now, due[first]);
    due[first] = Long.MIN_VALUE;
    underWay--;
    replies.replied(first, scripted.isEmpty() ? new Reply.Http(200, "{}") : scripted.removeFirst());
  }

  @Override
  public void close() {}
}
