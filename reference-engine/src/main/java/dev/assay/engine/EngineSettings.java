package dev.assay.engine;

import dev.assay.engine.api.Wording;
import dev.assay.engine.auth.AuthFile;
import dev.assay.engine.table.TableTransitions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How an engine is to run.
 *
 * @param address where to listen; port 0 takes a free one
 * @param threads event loops; an operation runs on the loop that read it
 * @param defaultRegion the region of a request that is not signed
 * @param accountId twelve digits, as ARNs show it
 * @param wording which of the service's regional variants it answers in
 * @param transitions how long tables and indexes stay in their passing states
 * @param background what it does beside answering requests
 * @param clock the time of the service
 * @param accidents told of everything that goes wrong inside the engine itself
 * @param auth who may call and do what; null if anyone may do everything
 */
public record EngineSettings(
    InetSocketAddress address,
    int threads,
    String defaultRegion,
    String accountId,
    Wording wording,
    TableTransitions transitions,
    BackgroundSettings background,
    Clock clock,
    Consumer<Throwable> accidents,
    @Nullable AuthFile auth) {

  /**
   * Loopback, a free port, two threads, us-east-1, the newest wording, no passing states, the
   * system's clock.
   */
  public static EngineSettings defaults() {
    return new EngineSettings(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        2,
        "us-east-1",
        "000000000000",
        Wording.NEWEST,
        TableTransitions.IMMEDIATE,
        BackgroundSettings.defaults(),
        Clock.systemUTC(),
        accident -> {},
        null);
  }

  public EngineSettings withAddress(InetSocketAddress newAddress) {
    return new EngineSettings(
        newAddress,
        threads,
        defaultRegion,
        accountId,
        wording,
        transitions,
        background,
        clock,
        accidents,
        auth);
  }

  public EngineSettings withThreads(int newThreads) {
    return new EngineSettings(
        address,
        newThreads,
        defaultRegion,
        accountId,
        wording,
        transitions,
        background,
        clock,
        accidents,
        auth);
  }

  public EngineSettings withDefaultRegion(String newDefaultRegion) {
    return new EngineSettings(
        address,
        threads,
        newDefaultRegion,
        accountId,
        wording,
        transitions,
        background,
        clock,
        accidents,
        auth);
  }

  public EngineSettings withAccountId(String newAccountId) {
    return new EngineSettings(
        address,
        threads,
        defaultRegion,
        newAccountId,
        wording,
        transitions,
        background,
        clock,
        accidents,
        auth);
  }

  public EngineSettings withWording(Wording newWording) {
    return new EngineSettings(
        address,
        threads,
        defaultRegion,
        accountId,
        newWording,
        transitions,
        background,
        clock,
        accidents,
        auth);
  }

  public EngineSettings withClock(Clock newClock) {
    return new EngineSettings(
        address,
        threads,
        defaultRegion,
        accountId,
        wording,
        transitions,
        background,
        newClock,
        accidents,
        auth);
  }

  public EngineSettings withAccidents(Consumer<Throwable> newAccidents) {
    return new EngineSettings(
        address,
        threads,
        defaultRegion,
        accountId,
        wording,
        transitions,
        background,
        clock,
        newAccidents,
        auth);
  }

  public EngineSettings withTransitions(TableTransitions newTransitions) {
    return new EngineSettings(
        address,
        threads,
        defaultRegion,
        accountId,
        wording,
        newTransitions,
        background,
        clock,
        accidents,
        auth);
  }

  public EngineSettings withBackground(BackgroundSettings newBackground) {
    return new EngineSettings(
        address,
        threads,
        defaultRegion,
        accountId,
        wording,
        transitions,
        newBackground,
        clock,
        accidents,
        auth);
  }

  /** Checks signatures and policies of every call. */
  public EngineSettings withAuth(AuthFile newAuth) {
    return new EngineSettings(
        address,
        threads,
        defaultRegion,
        accountId,
        wording,
        transitions,
        background,
        clock,
        accidents,
        newAuth);
  }
}
