package dev.assay.engine;

import dev.assay.engine.auth.AccessControl;
import dev.assay.engine.http.EngineServer;
import dev.assay.engine.http.FrontEnd;
import dev.assay.engine.insights.api.InsightsPage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.UUID;

/** A running engine: one account's tables in as many regions as requests are signed for. */
public final class Engine implements AutoCloseable {
  private final EngineServer server;
  private final EngineCore core;

  private Engine(EngineServer server, EngineCore core) {
    this.server = server;
    this.core = core;
  }

  /**
   * Starts an engine.
   *
   * @throws java.net.BindException if it cannot listen on the address
   */
  public static Engine start(EngineSettings settings) throws IOException {
    EngineCore core = new EngineCore(settings);
    FrontEnd frontEnd =
        new FrontEnd(
            core.dispatcher(),
            core::region,
            new RequestIds(UUID.randomUUID().getMostSignificantBits())::next,
            settings.auth() == null
                ? null
                : new AccessControl(
                    settings.auth(),
                    settings.accountId(),
                    core.time().clockOf(settings.defaultRegion())),
            List.of(new InsightsPage()));
    return new Engine(EngineServer.start(settings.address(), frontEnd, settings.threads()), core);
  }

  /** The address that it serves on. */
  public InetSocketAddress address() {
    return server.address();
  }

  /** Stops serving. What it held in memory is gone. */
  @Override
  public void close() {
    server.close();
    core.close();
  }
}
