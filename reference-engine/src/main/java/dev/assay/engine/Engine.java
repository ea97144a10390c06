package dev.assay.engine;

import dev.assay.engine.api.Dispatcher;
import dev.assay.engine.api.Region;
import dev.assay.engine.auth.AccessControl;
import dev.assay.engine.http.EngineServer;
import dev.assay.engine.http.FrontEnd;
import dev.assay.engine.store.Catalog;
import dev.assay.engine.store.Transitions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** A running engine: one account's tables in as many regions as requests are signed for. */
public final class Engine implements AutoCloseable {
  private final EngineServer server;

  private Engine(EngineServer server) {
    this.server = server;
  }

  /**
   * Starts an engine.
   *
   * @throws java.net.BindException if it cannot listen on the address
   */
  public static Engine start(EngineSettings settings) throws IOException {
    Regions regions = new Regions(settings);
    FrontEnd frontEnd =
        new FrontEnd(
            new Dispatcher(Operations.all(), settings.accidents()),
            regions::of,
            new RequestIds(UUID.randomUUID().getMostSignificantBits())::next,
            settings.auth() == null
                ? null
                : new AccessControl(settings.auth(), settings.accountId(), settings.clock()));
    return new Engine(EngineServer.start(settings.address(), frontEnd, settings.threads()));
  }

  /** The address that it serves on. */
  public InetSocketAddress address() {
    return server.address();
  }

  /** Stops serving. What it held in memory is gone. */
  @Override
  public void close() {
    server.close();
  }

  /** The regions in which requests have been made, each with its own tables. */
  private static final class Regions {
    private final ConcurrentMap<String, Region> regions = new ConcurrentHashMap<>();
    private final EngineSettings settings;

    Regions(EngineSettings settings) {
      this.settings = settings;
    }

    Region of(@Nullable String signed) {
      String name = signed == null ? settings.defaultRegion() : signed;
      Region known = regions.get(name);
      return known != null ? known : regions.computeIfAbsent(name, this::create);
    }

    private Region create(String name) {
      return new Region(
          name,
          settings.accountId(),
          new Catalog(),
          new Transitions(),
          settings.transitions(),
          settings.clock(),
          () -> UUID.randomUUID().toString(),
          settings.wording());
    }
  }
}
