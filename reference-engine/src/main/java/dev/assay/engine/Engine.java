package dev.assay.engine;

import dev.assay.engine.auth.AccessControl;
import dev.assay.engine.http.EngineServer;
import dev.assay.engine.http.FrontEnd;
import dev.assay.engine.insights.api.InsightsPage;
import dev.assay.engine.lever.http.LeverServer;
import dev.assay.engine.recovery.api.ImportErrorsPage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A running engine: one account's tables. Its own address serves whichever region a request is
 * signed for; each further address is the endpoint of one region.
 */
public final class Engine implements AutoCloseable {
  private final EngineServer server;
  private final Map<String, EngineServer> regionServers;
  private final @Nullable LeverServer levers;
  private final EngineCore core;

  private Engine(
      EngineServer server,
      Map<String, EngineServer> regionServers,
      @Nullable LeverServer levers,
      EngineCore core) {
    this.server = server;
    this.regionServers = regionServers;
    this.levers = levers;
    this.core = core;
  }

  /**
   * Starts an engine.
   *
   * @throws java.net.BindException if it cannot listen on an address
   */
  public static Engine start(EngineSettings settings) throws IOException {
    EngineCore core = new EngineCore(settings);
    Supplier<String> requestIds = new RequestIds(UUID.randomUUID().getMostSignificantBits())::next;
    Map<String, EngineServer> regionServers = new LinkedHashMap<>();
    LeverServer levers = null;
    try {
      for (var region : settings.regionAddresses().entrySet()) {
        FrontEnd frontEnd = frontEnd(settings, core, requestIds, region.getKey());
        regionServers.put(
            region.getKey(), EngineServer.start(region.getValue(), frontEnd, settings.threads()));
      }
      levers = serveLevers(settings, core);
      FrontEnd frontEnd = frontEnd(settings, core, requestIds, null);
      EngineServer server = EngineServer.start(settings.address(), frontEnd, settings.threads());
      return new Engine(server, regionServers, levers, core);
    } catch (IOException e) {
      if (levers != null) {
        levers.close();
      }
      regionServers.values().forEach(EngineServer::close);
      core.close();
      throw e;
    }
  }

  private static FrontEnd frontEnd(
      EngineSettings settings,
      EngineCore core,
      Supplier<String> requestIds,
      @Nullable String only) {
    return new FrontEnd(
        core.dispatcher(),
        core::region,
        requestIds,
        settings.auth() == null
            ? null
            : new AccessControl(
                settings.auth(),
                settings.accountId(),
                core.time().clockOf(only == null ? settings.defaultRegion() : only)),
        only,
        List.of(new InsightsPage(), new ImportErrorsPage(core.recovery())),
        core.safety());
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

  /** The addresses that are the endpoints of single regions, by region. */
  public Map<String, InetSocketAddress> regionAddresses() {
    Map<String, InetSocketAddress> addresses = new LinkedHashMap<>();
    regionServers.forEach((region, each) -> addresses.put(region, each.address()));
    return Collections.unmodifiableMap(addresses);
  }

  /** Stops serving. What it held in memory is gone. */
  @Override
  public void close() {
    if (levers != null) {
      levers.close();
    }
    server.close();
    regionServers.values().forEach(EngineServer::close);
    core.close();
  }
}
