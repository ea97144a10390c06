package dev.assay.proxy.route;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Chooses an upstream for each request. Draws are numbered, and each depends on the seed and its
 * number only: the same seed over the same requests in the same order gives the same choices. Safe
 * for use by several threads.
 */
public final class Router {
  private static final int KEPT_CHANGES = 1000;

  /** Steps the seed as SplittableRandom does, so that neighbouring draws have nothing in common. */
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private final Routing routing;
  private final LongSupplier clock;
  private final long seed;
  private final AtomicLong draws = new AtomicLong();
  private final Map<String, Health> health = new LinkedHashMap<>();
  private final Deque<HealthChange> changes = new ArrayDeque<>();

  /** Where there is nothing to choose nothing is looked at. */
  private final Optional<Upstream> only;

  private volatile List<Candidate> candidates;

  /**
   * @param clock nanoseconds since 1970, for the record of changes
   */
  public Router(Routing routing, long seed, LongSupplier clock) {
    this.routing = routing;
    this.seed = seed;
    this.clock = clock;
    routing.upstreams().forEach(upstream -> health.put(upstream.name(), Health.UNCHECKED));
    this.candidates = candidates();
    Upstream first = routing.upstreams().getFirst();
    this.only =
        routing.upstreams().size() == 1 && first.region().isEmpty()
            ? Optional.of(first)
            : Optional.empty();
  }

  /** Where requests may go and how it is decided. */
  public Routing routing() {
    return routing;
  }

  /**
   * Chooses.
   *
   * @param signedRegion what the client signed for, the empty string when it did not sign
   * @return empty when no upstream serves that region
   */
  public Optional<Upstream> choose(String signedRegion) {
    return only.isPresent()
        ? only
        : routing.policy().choice().choose(candidates, signedRegion, this::draw);
  }

  /** The one upstream there is, if there is but one and it serves every region. */
  public Optional<Upstream> only() {
    return only;
  }

  private long draw() {
    return new SplittableRandom(seed + draws.incrementAndGet() * GOLDEN_GAMMA).nextLong();
  }

  /** What is known of an upstream of this router. */
  public synchronized Health healthOf(Upstream upstream) {
    return health.getOrDefault(upstream.name(), Health.UNCHECKED);
  }

  /** The latest changes of health, the oldest first, at most a thousand. */
  public synchronized List<HealthChange> changes() {
    return List.copyOf(changes);
  }

  /** Takes a check's result in; in force when it returns. */
  synchronized void checked(Upstream upstream, ProbeResult result, HealthCheck check) {
    Health before = healthOf(upstream);
    Health after = before.after(result, check);
    health.put(upstream.name(), after);
    candidates = candidates();
    if (before.healthy() != after.healthy()) {
      if (changes.size() == KEPT_CHANGES) {
        changes.removeFirst();
      }
      changes.addLast(
          new HealthChange(
              clock.getAsLong(),
              upstream.name(),
              after.healthy(),
              after.healthy() ? "" : after.lastFailure()));
    }
  }

  private List<Candidate> candidates() {
    List<Candidate> all = new ArrayList<>();
    for (Upstream upstream : routing.upstreams()) {
      all.add(new Candidate(upstream, health.getOrDefault(upstream.name(), Health.UNCHECKED)));
    }
    return List.copyOf(all);
  }
}
