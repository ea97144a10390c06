package dev.assay.engine;

import dev.assay.engine.auth.AccessControl;
import dev.assay.engine.http.EngineServer;
import dev.assay.engine.http.FrontEnd;
import dev.assay.engine.insights.api.InsightsPage;
import dev.assay.engine.lever.http.LeverServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A running engine: one account's tables in as many regions as requests are signed for. */
public final class Engine implements AutoCloseable {
  private final EngineServer server;
  private final @Nullable LeverServer levers;
  private final EngineCore core;

  private Engine(EngineServer server, @Nullable LeverServer levers, EngineCore core) {
    this.server = server;
    this.levers = levers;
    this.core = core;
  }

  /**
   * Starts an engine.
   *
   * @throws java.net.BindException if it cannot listen on one of the addresses
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
    EngineServer server = EngineServer.start(settings.address(), frontEnd, settings.threads());
    try {
      return new Engine(server, serveLevers(settings, core), core);
    } catch (IOException e) {
      server.close();
      core.close();
      throw e;
    }
  }

  /** The address that it serves on. */
  public InetSocketAddress address() {
    return server.address();
  }

  private static @Nullable LeverServer serveLevers(EngineSettings settings, EngineCore core)
      throws IOException {
    InetSocketAddress address = settings.leverAddress();
    return address == null ? null : LeverServer.start(address, core.levers(), settings.accidents());
  }

  /** The address that its levers are served on; nothing if they are not. */
  public Optional<InetSocketAddress> leverAddress() {
    return Optional.ofNullable(levers).map(LeverServer::address);
  }

  /** Stops serving. What it held in memory is gone. */
  @Override
  public void close() {
    if (levers != null) {
      levers.close();
    }
    server.close();
    core.close();
  }
}
