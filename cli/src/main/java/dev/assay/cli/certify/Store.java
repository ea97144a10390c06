package dev.assay.cli.certify;

import dev.assay.cli.target.RunningTarget;
import dev.assay.cli.target.Target;
import dev.assay.cli.target.Workshop;
import dev.assay.engine.Engine;
import dev.assay.engine.EngineSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** A store that answers at an endpoint until it is closed. */
public sealed interface Store extends AutoCloseable {
  /** What the reports call it. */
  String name();

  /** Its own version, {@code unknown} if it does not tell. */
  String version();

  URI endpoint();

  /** How many scenarios to run against it at once. */
  int parallelScenarios();

  /** Whether this process has started it, and ends it. */
  default boolean ours() {
    return true;
  }

  /** Base URL of what breaks it on purpose, if it has that. */
  default Optional<URI> levers() {
    return Optional.empty();
  }

  /** Where it checks signatures, if it is asked for that elsewhere. */
  default Optional<URI> guarded() {
    return Optional.empty();
  }

  /** What a reader of the result should know about how it behaved. */
  default Optional<String> remark() {
    return Optional.empty();
  }

  @Override
  void close();

  /**
   * The reference engine in this process.
   *
   * @param guard another one that checks signatures, for what is asked about these
   */
  record OwnEngine(Engine engine, String version, Optional<Engine> guard) implements Store {

    /** How it runs in this process: levers on a free port of the loopback, defects are told. */
    public static EngineSettings settings(Clock clock, PrintWriter err) {
      return EngineSettings.defaults()
          .withClock(clock)
          .withLeverAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
          .withAccidents(accident -> err.println("assay: a defect of the engine: " + accident));
    }

    /** Starts one. */
    public static Engine start(EngineSettings settings) {
      try {
        return Engine.start(settings);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** One that checks no signatures. */
    public OwnEngine(Engine engine, String version) {
      this(engine, version, Optional.empty());
    }

    @Override
    public String name() {
      return "Assay reference engine";
    }

    @Override
    public URI endpoint() {
      return at(engine.address());
    }

    private static URI at(InetSocketAddress address) {
      return URI.create("http://127.0.0.1:" + address.getPort());
    }

    @Override
    public Optional<URI> levers() {
      return engine.leverAddress().map(OwnEngine::at);
    }

    @Override
    public Optional<URI> guarded() {
      return guard.map(Engine::address).map(OwnEngine::at);
    }

    @Override
    public int parallelScenarios() {
      return 2 * Runtime.getRuntime().availableProcessors();
    }

    @Override
    public void close() {
      guard.ifPresent(Engine::close);
      engine.close();
    }
  }

  /** A known target in a process of its own. */
  record Started(Target target, RunningTarget running) implements Store {

    /**
     * Fetches it if need be, and starts it.
     *
     * @param err told that it is being fetched
     * @throws dev.assay.cli.problem.Refusal when it cannot be had here
     */
    public static Started start(Target target, Workshop workshop, Clock clock, PrintWriter err) {
      if (!workshop.isFetched(target)) {
        err.println("Fetching " + target.title() + " " + target.version() + " ...");
      }
      return new Started(target, RunningTarget.start(target, workshop, clock));
    }

    @Override
    public String name() {
      return target.title();
    }

    @Override
    public String version() {
      return target.version();
    }

    @Override
    public URI endpoint() {
      return running.endpoint();
    }

    @Override
    public int parallelScenarios() {
      return target.parallelScenarios();
    }

    @Override
    public Optional<String> remark() {
      int crashes = running.crashes();
      return crashes == 0
          ? Optional.empty()
          : Optional.of(
              "its process ended by itself "
                  + crashes
                  + (crashes == 1 ? " time" : " times")
                  + " and was started again");
    }

    @Override
    public void close() {
      running.close();
    }
  }

  /** A store that somebody else runs, which stays up. */
  record Elsewhere(URI endpoint, Optional<URI> levers) implements Store {
    @Override
    public String name() {
      return endpoint.getHost();
    }

    @Override
    public String version() {
      return "unknown";
    }

    @Override
    public boolean ours() {
      return false;
    }

    @Override
    public int parallelScenarios() {
      return 4;
    }

    @Override
    public void close() {}
  }
}
