package dev.assay.features.world;

import dev.assay.features.capability.Capabilities;
import dev.assay.features.catalogue.ScenarioSpec;
import dev.assay.features.poll.Poll;
import dev.assay.features.tables.Tables;
import dev.assay.features.wire.Endpoint;
import dev.assay.features.wire.Signer;
import dev.assay.features.wire.Wire;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What all scenarios of a run share.
 *
 * <p>Cucumber makes the objects that steps live in and gives no way to hand them anything, so the
 * context of the run in progress stands in one place of the process, {@link #current}; there can be
 * one run at a time.
 *
 * @param bucket that exports are written to and imports are read from
 * @param otherRegions the endpoints of further regions
 * @param proxyControl the control API of the fault proxy, when requests go through it
 * @param guarded where the store checks signatures, if that is elsewhere
 * @param levers base URL of what breaks the store on purpose, when there is such a thing
 * @param brake whether the run is to end early
 * @param running the scenarios in progress, by the id that Cucumber gives each
 */
public record RunContext(
    Wire wire,
    Endpoint endpoint,
    List<Endpoint> otherRegions,
    Signer signer,
    Tables tables,
    Capabilities capabilities,
    Poll poll,
    long seed,
    String bucket,
    Optional<URI> proxyControl,
    Optional<Endpoint> guarded,
    Optional<URI> levers,
    Brake brake,
    Map<String, Running> running) {
  private static final AtomicReference<@Nullable RunContext> CURRENT = new AtomicReference<>();

  /** One scenario in progress. */
  public record Running(ScenarioSpec spec, ScenarioLog log) {}

  public RunContext {
    running = new ConcurrentHashMap<>(running);
  }

  /** The run in progress. */
  static RunContext current() {
    RunContext context = CURRENT.get();
    if (context == null) {
      throw new IllegalStateException("steps ran outside of a suite");
    }
    return context;
  }

  /**
   * Does the work with this as the run in progress.
   *
   * @throws IllegalStateException while another is
   */
  public void during(Runnable work) {
    if (!CURRENT.compareAndSet(null, this)) {
      throw new IllegalStateException("a suite is already running in this process");
    }
    try {
      work.run();
    } finally {
      CURRENT.set(null);
    }
  }
}
