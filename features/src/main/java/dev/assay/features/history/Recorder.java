package dev.assay.features.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps a history while it happens, in memory and, if there is one, in a file. For many threads.
 */
public final class Recorder {
  private final Header header;
  private final NanoClock clock;
  private final Optional<HistoryWriter> file;
  private final Consumer<IOException> accidents;
  private final Map<Long, Op> open = new HashMap<>();
  private final List<Op> ended = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private long next;
  private boolean broken;

  /**
   * @param accidents told once when the file can be written no longer; the history in memory goes
   *     on
   */
  public Recorder(
      Header header,
      NanoClock clock,
      Optional<HistoryWriter> file,
      Consumer<IOException> accidents) {
    this.header = header;
    this.clock = clock;
    this.file = file;
    this.accidents = accidents;
  }

  /** Begins an operation and returns its id. */
  public synchronized long invoke(String client, String at, Call call) {
    long id = next++;
    Outcome pending = new Outcome.Unknown("still going on");
    Op op = new Op(id, client, at, call, clock.epochNanos(), Long.MAX_VALUE, 0, 0, pending);
    open.put(id, op);
    write(writer -> writer.invoke(op));
    return id;
  }

  /**
   * What was under way in a stretch of time, its begin included: also what has ended since, or not
   * yet.
   */
  public synchronized List<Op> underWay(long fromNanos, long toNanos) {
    List<Op> found = new ArrayList<>();
    // They stand in the order of their ends, and mostly the newest are asked for.
    for (int n = ended.size() - 1; n >= 0 && ended.get(n).completedNanos() >= fromNanos; n--) {
      if (ended.get(n).invokedNanos() < toNanos) {
        found.add(ended.get(n));
      }
    }
    open.values().stream().filter(op -> op.invokedNanos() < toNanos).forEach(found::add);
    return found;
  }

  /**
   * Ends an operation.
   *
   * @param attempts see {@link Op#attempts()}
   * @param unanswered see {@link Op#unanswered()}
   */
  public synchronized void complete(long id, Outcome outcome, int attempts, int unanswered) {
    Op began = open.remove(id);
    if (began == null) {
      throw new IllegalStateException("operation " + id + " has ended or never began");
    }
    Op op =
        new Op(
            id,
            began.client(),
            began.at(),
            began.call(),
            began.invokedNanos(),
            clock.epochNanos(),
            attempts,
            unanswered,
            outcome);
    ended.add(op);
    write(writer -> writer.complete(op));
  }

  /** Notes that something happened to the run as a whole. */
  public synchronized void mark(String name) {
    Mark mark = new Mark(name, clock.epochNanos());
    marks.add(mark);
    write(writer -> writer.mark(mark));
  }

  /** What is known so far; operations that go on are unknown in it. */
  public synchronized History history() {
    List<Op> all = new ArrayList<>(ended);
    all.addAll(open.values());
    return new History(header, all, marks);
  }

  /** How many operations have ended. */
  public synchronized int ended() {
    return ended.size();
  }

  private interface Writing {
    void on(HistoryWriter writer) throws IOException;
  }

  private void write(Writing writing) {
    if (file.isEmpty() || broken) {
      return;
    }
    try {
      writing.on(file.get());
    } catch (IOException e) {
      broken = true;
      accidents.accept(e);
    }
  }
}
