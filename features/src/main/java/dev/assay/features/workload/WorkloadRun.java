package dev.assay.features.workload;

import dev.assay.features.history.Call;
import dev.assay.features.history.Header;
import dev.assay.features.history.History;
import dev.assay.features.history.HistoryWriter;
import dev.assay.features.history.Mark;
import dev.assay.features.history.NanoClock;
import dev.assay.features.history.Op;
import dev.assay.features.history.Outcome;
import dev.assay.features.history.Recorder;
import dev.assay.features.history.Seen;
import dev.assay.features.poll.Poll;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * One run of a workload: {@link #setup}, {@link #run} until its end or {@link #stop}, {@link
 * #settle}, {@link #teardown}, and its {@link #history} at any time.
 *
 * <p>Open loop: operation n falls due at n / rate after the start, whatever became of those before
 * it. If every client is still busy it begins late, and {@link Progress#mostLateNanos()} tells by
 * how much: load was then less than it was meant to be.
 */
public final class WorkloadRun implements AutoCloseable {
  private static final Duration TABLE_PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final Workload workload;
  private final Settings settings;
  private final NanoClock clock;
  private final Optional<HistoryWriter> file;
  private final Recorder recorder;
  private final Traffic traffic;
  private final Clients clients;
  private final RunTable table;
  private final Chosen chosen;
  private final List<String> others = new CopyOnWriteArrayList<>();
  private final List<Place> places;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong mostLate = new AtomicLong();
  private volatile boolean made;
  private volatile boolean following;

  /**
   * How far a run is.
   *
   * @param ended operations that have ended
   * @param mostLateNanos by how much the latest operation began after it was due
   */
  public record Progress(long ended, long mostLateNanos) {}

  private WorkloadRun(
      Workload workload,
      Settings settings,
      NanoClock clock,
      Chosen chosen,
      Optional<HistoryWriter> file,
      Header header,
      Consumer<IOException> accidents) {
    this.workload = workload;
    this.settings = settings;
    this.clock = clock;
    this.file = file;
    this.chosen = chosen;
    this.places = new CopyOnWriteArrayList<>(settings.places());
    this.recorder = new Recorder(header, clock, file, accidents);
    this.traffic = workload.traffic(chosen);
    this.clients = new Clients(settings, chosen.table());
    this.table =
        new RunTable(
            chosen.table(),
            clients,
            settings.places(),
            settings.strongRegions(),
            Poll.real(),
            TABLE_PATIENCE);
  }

  /**
   * Prepares a run; nothing is sent yet.
   *
   * @param file where the history is also written while it happens
   * @param accidents told when that file can be written no longer
   * @throws IllegalArgumentException in one sentence, for parameters that do not fit
   * @throws IOException when the file cannot be begun
   */
  public static WorkloadRun of(
      Workload workload,
      Settings settings,
      NanoClock clock,
      Optional<Path> file,
      Consumer<IOException> accidents)
      throws IOException {
    String name =
        "%s-%s-%x".formatted(settings.prefix(), workload.name(), clock.epochNanos() / 1_000_000);
    Chosen chosen = Chosen.of(name, workload.parameters(), settings.parameters());
    Header header =
        new Header(
            workload.name(),
            settings.seed(),
            settings.places().stream().map(Place::name).toList(),
            chosen.values(),
            name,
            !settings.strongRegions()
                && settings.places().stream().map(Place::region).distinct().count() > 1);
    Optional<HistoryWriter> writer =
        file.isPresent() ? Optional.of(HistoryWriter.open(file.get(), header)) : Optional.empty();
    return new WorkloadRun(workload, settings, clock, chosen, writer, header, accidents);
  }

  /** The name of the table that it works on at the moment. */
  public String table() {
    return chosen.table();
  }

  /**
   * Works on another table from now on, which exists: as an application is pointed at a restored
   * one. {@link #teardown} deletes it too.
   */
  public void useTable(String name) {
    others.add(name);
    chosen.inUse().become(name);
  }

  /** Sends every client to another place from now on, as an application fails over. */
  public void usePlace(Place place) {
    if (!places.contains(place)) {
      places.add(place);
    }
    clients.failOver(place);
  }

  /**
   * Deletes every item of the table in use, as a mistaken script would.
   *
   * @return how many there were
   * @throws WorkloadException when the store refuses, or nobody answers
   */
  public long deleteAllItems() throws WorkloadException {
    Place place = clients.placeOf(Session.of("admin", settings.places().getFirst()));
    try {
      return new Emptying(clients.admin(place), chosen.table()).run();
    } catch (SdkException e) {
      throw new WorkloadException("not every item could be deleted: " + e.getMessage(), e);
    }
  }

  /**
   * What was under way in a stretch of time, its begin included: also what has ended since, or not
   * yet.
   */
  public List<Op> underWay(long fromNanos, long toNanos) {
    return recorder.underWay(fromNanos, toNanos);
  }

  /** Notes an event in the history, such as a fault that begins. */
  public void mark(String name) {
    recorder.mark(name);
  }

  /** Everything so far. */
  public History history() {
    return recorder.history();
  }

  public Progress progress() {
    return new Progress(recorder.ended(), mostLate.get());
  }

  /**
   * Makes and fills the table.
   *
   * @throws WorkloadException when the store refuses
   */
  public void setup() throws WorkloadException {
    made = true;
    table.create(traffic.streams());
    Session admin = Session.of("setup", settings.places().getFirst());
    try {
      traffic.fill(clients.filling(admin, -1));
    } catch (SdkException e) {
      throw new WorkloadException("the table cannot be filled: " + e.getMessage(), e);
    } finally {
      clients.endings(-1);
    }
  }

  /** Lets the clients work. Returns when all have ended their last operation. */
  public void run() throws InterruptedException {
    startFollowing();
    long start = clock.epochNanos();
    List<Thread> threads = new ArrayList<>();
    for (int n = 0; n < settings.clients(); n++) {
      Place place = settings.places().get(n % settings.places().size());
      Session session = Session.of("c" + n, place);
      threads.add(
          Thread.ofPlatform().daemon().name("workload-" + n).start(() -> work(session, start)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** No further operation begins. */
  public void stop() {
    stopped.countDown();
  }

  private void work(Session session, long start) {
    try {
      while (true) {
        long number = next.getAndIncrement();
        long due = start + (long) (number * 1e9 / settings.rate());
        boolean over =
            (settings.operations().isPresent() && number >= settings.operations().getAsLong())
                || (settings.duration().isPresent()
                    && due - start >= settings.duration().get().toNanos());
        if (over || waitUntil(due)) {
          return;
        }
        mostLate.accumulateAndGet(clock.epochNanos() - due, Math::max);
        SplittableRandom random =
            new SplittableRandom(settings.seed() * 0x9E3779B97F4A7C15L + number);
        ask(session, traffic.next(random, session, number));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether the run was stopped before that moment. */
  private boolean waitUntil(long due) throws InterruptedException {
    return stopped.await(Math.max(0, due - clock.epochNanos()), TimeUnit.NANOSECONDS);
  }

  /** Does one operation and keeps what came of it. */
  private Outcome ask(Session session, Call call) {
    long id = recorder.invoke(session.client(), clients.placeOf(session).name(), call);
    Outcome outcome;
    Endings endings;
    try {
      Seen seen = traffic.perform(call, clients.asking(session, id));
      outcome = new Outcome.Ok(seen);
      endings = clients.endings(id);
    } catch (SdkException e) {
      endings = clients.endings(id);
      outcome = endings.afterException(call, e, traffic::met);
    }
    recorder.complete(id, outcome, endings.attempts().size(), endings.unanswered(call));
    return outcome;
  }

  /**
   * Asks every place for what it kept, again and again until all agree or the patience is over, and
   * follows a stream to its end. Call it once what was broken is healed.
   */
  public void settle(Duration patience) throws InterruptedException {
    recorder.mark(Mark.SETTLED);
    clients.failBack();
    long deadline = clock.epochNanos() + patience.toNanos();
    List<Call> left = traffic.last();
    while (!left.isEmpty()) {
      left = disagreed(left, deadline);
      if (clock.epochNanos() > deadline) {
        break;
      }
      if (!left.isEmpty()) {
        pause();
      }
    }
    stopFollowing(patience);
  }

  private List<Call> disagreed(List<Call> calls, long deadline) throws InterruptedException {
    Map<Call, Set<Outcome>> outcomes = new HashMap<>();
    List<Thread> threads = new ArrayList<>();
    for (Place place : places) {
      int readers = Math.min(settings.clients(), 4);
      for (int reader = 0; reader < readers; reader++) {
        Session session = Session.of("final-" + place.name() + "-" + reader, place);
        int first = reader;
        threads.add(
            Thread.ofPlatform()
                .daemon()
                .start(
                    () -> {
                      for (int n = first; n < calls.size(); n += readers) {
                        if (clock.epochNanos() > deadline) {
                          return;
                        }
                        Outcome outcome = ask(session, calls.get(n));
                        synchronized (outcomes) {
                          outcomes.computeIfAbsent(calls.get(n), c -> new HashSet<>()).add(outcome);
                        }
                      }
                    }));
      }
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return calls.stream().filter(call -> !agreed(outcomes.getOrDefault(call, Set.of()))).toList();
  }

  private static boolean agreed(Set<Outcome> outcomes) {
    return outcomes.size() == 1 && outcomes.iterator().next() instanceof Outcome.Ok;
  }

  private final CountDownLatch followed = new CountDownLatch(1);
  private volatile long quietSince;

  private void startFollowing() {
    Optional<Traffic.Follower> follower = traffic.follower();
    if (follower.isEmpty()) {
      followed.countDown();
      return;
    }
    following = true;
    quietSince = clock.epochNanos();
    Following with =
        new Following(
            clients, recorder, Session.of("follower", settings.places().getFirst()), table.name());
    Thread.ofPlatform()
        .daemon()
        .name("workload-follower")
        .start(() -> follow(follower.get(), with));
  }

  private void follow(Traffic.Follower follower, Following with) {
    try {
      while (following) {
        if (look(follower, with)) {
          quietSince = clock.epochNanos();
        } else {
          pause();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      followed.countDown();
    }
  }

  private static boolean look(Traffic.Follower follower, Following with) {
    try {
      return follower.look(with);
    } catch (SdkException e) {
      // It is in the history as a failed look; the next one begins where this one began.
      return false;
    }
  }

  /** Ends once nothing new has come for a while, which {@link Mark#STREAM_DRAINED} says. */
  private void stopFollowing(Duration patience) throws InterruptedException {
    long quiet = Math.min(patience.toNanos(), QUIET.toNanos());
    long deadline = clock.epochNanos() + patience.toNanos();
    long from = clock.epochNanos();
    while (following && clock.epochNanos() < deadline) {
      if (clock.epochNanos() - Math.max(from, quietSince) >= quiet) {
        recorder.mark(Mark.STREAM_DRAINED);
        break;
      }
      pause();
    }
    following = false;
    var unused = followed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static final Duration QUIET = Duration.ofSeconds(3);

  private final CountDownLatch closing = new CountDownLatch(1);

  private void pause() throws InterruptedException {
    var unused = closing.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Deletes the table; returns its name if it may still be there, empty when it is gone. */
  public Optional<String> teardown() {
    stop();
    following = false;
    if (!made) {
      return Optional.empty();
    }
    boolean gone = table.delete(table.name(), places);
    for (String other : others) {
      gone &= table.delete(other, places);
    }
    made = !gone;
    return gone ? Optional.empty() : Optional.of(table.name());
  }

  /** What ran. */
  public Workload workload() {
    return workload;
  }

  @Override
  public void close() throws IOException {
    stop();
    closing.countDown();
    clients.close();
    if (file.isPresent()) {
      file.get().close();
    }
  }
}
