package dev.assay.cli.bench;

import java.util.function.BooleanSupplier;

/**
 * Sends requests at a pace over connections to one store and measures the replies.
 *
 * <pre>
 *   pace ──intended moment──► first idle connection ──request──► store
 *                                                     ◄──reply── latency = now − intended moment
 * </pre>
 */
final class LoadGenerator {
  /** Every so many requests the body of the answer is read too. */
  private static final int READ_EVERY = 64;

  /** How long replies are waited for after the last request. */
  static final long PATIENCE_NANOS = 10_000_000_000L;

  private final Exchanges exchanges;
  private final Timing timing;
  private final BooleanSupplier interrupted;

  LoadGenerator(Exchanges exchanges, Timing timing, BooleanSupplier interrupted) {
    this.exchanges = exchanges;
    this.timing = timing;
    this.interrupted = interrupted;
  }

  int connections() {
    return exchanges.connections();
  }

  /**
   * Runs load until the time is over or the number of requests has been sent, and then until the
   * last reply.
   *
   * @param atMost number of requests
   */
  Measurement run(Requests requests, Pace pace, long durationNanos, long atMost) {
    return new Run(requests, pace, durationNanos, atMost).toTheEnd();
  }

  private final class Run implements Exchanges.Replies {
    private final Requests requests;
    private final Pace pace;
    private final long atMost;
    private final long start = timing.nanos();
    private final long end;
    private final Measurement measured = new Measurement();
    private final long[] intended = new long[exchanges.connections()];
    private final boolean[] busy = new boolean[exchanges.connections()];
    private final boolean[] read = new boolean[exchanges.connections()];
    private final int[] idle = new int[exchanges.connections()];
    private int idleCount;
    private long sent;
    private long lastReply = start;

    Run(Requests requests, Pace pace, long durationNanos, long atMost) {
      this.requests = requests;
      this.pace = pace;
      this.atMost = atMost;
      this.end = start + durationNanos;
      for (int connection = exchanges.connections() - 1; connection >= 0; connection--) {
        idle[idleCount++] = connection;
      }
    }

    Measurement toTheEnd() {
      while (true) {
        long now = timing.nanos();
        long due = sendWhatIsDue(now);
        boolean allSent = due >= end || sent == atMost;
        if (allSent && idleCount == idle.length) {
          break;
        }
        long giveUp = end + PATIENCE_NANOS;
        if (now >= giveUp || interrupted.getAsBoolean()) {
          giveUpOnTheRest(now);
          break;
        }
        exchanges.poll(allSent || idleCount == 0 ? giveUp - now : due - now, this);
      }
      measured.lasted(Math.max(lastReply - start, 1));
      return measured;
    }

    /** Returns when the next request is due. */
    private long sendWhatIsDue(long now) {
      long due = pace.intendedNanos(sent, start, now);
      while (due <= now && due < end && sent < atMost && idleCount > 0) {
        int connection = idle[--idleCount];
        requests.next(connection, exchanges.request(connection));
        intended[connection] = due;
        busy[connection] = true;
        read[connection] = sent % READ_EVERY == 0;
        exchanges.send(connection, read[connection]);
        sent++;
        due = pace.intendedNanos(sent, start, now);
      }
      return due;
    }

    @Override
    public void replied(int connection, Reply reply) {
      long now = timing.nanos();
      lastReply = now;
      busy[connection] = false;
      idle[idleCount++] = connection;
      long latency = now - intended[connection];
      switch (reply) {
        case Reply.Http http when !http.isSuccess() -> measured.error(latency, http.excerpt());
        case Reply.Http http when read[connection] && !requests.accepts(http.body()) ->
            measured.error(latency, "an unexpected answer: " + http.excerpt());
        case Reply.Http http -> measured.answer(latency);
        case Reply.Lost lost -> measured.error(latency, lost.reason());
      }
    }

    /**
     * What was asked for and not answered, and what was due and could not even be sent, has waited
     * this long already.
     */
    private void giveUpOnTheRest(long now) {
      lastReply = now;
      for (int connection = 0; connection < busy.length; connection++) {
        if (busy[connection]) {
          measured.error(now - intended[connection], "no answer when the run had to end");
        }
      }
      if (pace instanceof Pace.Fixed) {
        long due = pace.intendedNanos(sent, start, now);
        for (long number = sent;
            due < Math.min(now, end) && number < atMost;
            due = pace.intendedNanos(++number, start, now)) {
          measured.error(now - due, "could not be sent because no connection became idle");
        }
      }
    }
  }
}
