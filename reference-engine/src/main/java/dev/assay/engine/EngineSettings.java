package dev.assay.engine;

import dev.assay.engine.api.Wording;
import dev.assay.engine.auth.AuthFile;
import dev.assay.engine.disk.DataSettings;
import dev.assay.engine.recovery.RecoverySettings;
import dev.assay.engine.replication.Shipping;
import dev.assay.engine.table.TableTransitions;
import dev.assay.engine.zone.ReplicationSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How an engine is to run. Immutable: each {@code with} makes another. */
public final class EngineSettings {
  private InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private Map<String, InetSocketAddress> regionAddresses = Map.of();
  private int threads = 2;
  private String defaultRegion = "us-east-1";
  private String accountId = "000000000000";
  private Wording wording = Wording.NEWEST;
  private TableTransitions transitions = TableTransitions.IMMEDIATE;
  private ReplicationSettings replication = ReplicationSettings.defaults();
  private Shipping shipping = Shipping.AT_ONCE;
  private BackgroundSettings background = BackgroundSettings.defaults();
  private Clock clock = Clock.systemUTC();
  private Consumer<Throwable> accidents = accident -> {};
  private @Nullable AuthFile auth;
  private @Nullable InetSocketAddress leverAddress;
  private @Nullable Runnable halt;
  private RecoverySettings recovery = RecoverySettings.defaults();
  private boolean throughputEnforced;
  private @Nullable DataSettings data;
  private Consumer<String> notices = notice -> {};

  private EngineSettings() {}

  private EngineSettings(EngineSettings other) {
    address = other.address;
    regionAddresses = other.regionAddresses;
    threads = other.threads;
    defaultRegion = other.defaultRegion;
    accountId = other.accountId;
    wording = other.wording;
    transitions = other.transitions;
    replication = other.replication;
    shipping = other.shipping;
    background = other.background;
    clock = other.clock;
    accidents = other.accidents;
    auth = other.auth;
    leverAddress = other.leverAddress;
    halt = other.halt;
    recovery = other.recovery;
    throughputEnforced = other.throughputEnforced;
    data = other.data;
    notices = other.notices;
  }

  /**
   * Loopback, a free port, two threads, us-east-1, the newest wording, no passing states, the
   * system's clock, nobody checked, no levers.
   */
  public static EngineSettings defaults() {
    return new EngineSettings();
  }

  /** Whether requests beyond the capacity of their tables are throttled; otherwise none is. */
  public boolean throughputEnforced() {
    return throughputEnforced;
  }

  /** With requests beyond the capacity of their tables throttled, or all admitted. */
  public EngineSettings withThroughputEnforced(boolean enforced) {
    return changed(copy -> copy.throughputEnforced = enforced);
  }

  private EngineSettings changed(Consumer<EngineSettings> change) {
    EngineSettings copy = new EngineSettings(this);
    change.accept(copy);
    return copy;
  }

  /** Where to listen; port 0 takes a free one. */
  public InetSocketAddress address() {
    return address;
  }

  /** With another address: where to listen; port 0 takes a free one. */
  public EngineSettings withAddress(InetSocketAddress newAddress) {
    return changed(copy -> copy.address = newAddress);
  }

  /** Where single regions listen besides, by name; port 0 takes a free one. */
  public Map<String, InetSocketAddress> regionAddresses() {
    return regionAddresses;
  }

  /** With other regionAddresses: where single regions listen besides, by name. */
  public EngineSettings withRegionAddresses(Map<String, InetSocketAddress> newAddresses) {
    return changed(
        copy ->
            copy.regionAddresses = Collections.unmodifiableMap(new LinkedHashMap<>(newAddresses)));
  }

  /** Event loops; an operation runs on the loop that read it. */
  public int threads() {
    return threads;
  }

  /** With another threads: event loops; an operation runs on the loop that read it. */
  public EngineSettings withThreads(int newThreads) {
    return changed(copy -> copy.threads = newThreads);
  }

  /** Region of a request that is not signed. */
  public String defaultRegion() {
    return defaultRegion;
  }

  /** With another defaultRegion: region of a request that is not signed. */
  public EngineSettings withDefaultRegion(String newDefaultRegion) {
    return changed(copy -> copy.defaultRegion = newDefaultRegion);
  }

  /** Twelve digits, as ARNs show it. */
  public String accountId() {
    return accountId;
  }

  /** With another accountId: twelve digits, as ARNs show it. */
  public EngineSettings withAccountId(String newAccountId) {
    return changed(copy -> copy.accountId = newAccountId);
  }

  /** Which of the service's regional variants it answers in. */
  public Wording wording() {
    return wording;
  }

  /** With another wording: which of the service's regional variants it answers in. */
  public EngineSettings withWording(Wording newWording) {
    return changed(copy -> copy.wording = newWording);
  }

  /** How long tables and indexes stay in their passing states. */
  public TableTransitions transitions() {
    return transitions;
  }

  /** With another transitions: how long tables and indexes stay in their passing states. */
  public EngineSettings withTransitions(TableTransitions newTransitions) {
    return changed(copy -> copy.transitions = newTransitions);
  }

  /** How the replicas in the availability zones behave. */
  public ReplicationSettings replication() {
    return replication;
  }

  /** With another replication: how the replicas in the availability zones behave. */
  public EngineSettings withReplication(ReplicationSettings newReplication) {
    return changed(copy -> copy.replication = newReplication);
  }

  /** How long writes are on their way between regions. */
  public Shipping shipping() {
    return shipping;
  }

  /** With another shipping: how long writes are on their way between regions. */
  public EngineSettings withShipping(Shipping newShipping) {
    return changed(copy -> copy.shipping = newShipping);
  }

  /** What it does beside answering requests. */
  public BackgroundSettings background() {
    return background;
  }

  /** With another background: what it does beside answering requests. */
  public EngineSettings withBackground(BackgroundSettings newBackground) {
    return changed(copy -> copy.background = newBackground);
  }

  /** The clock below the engine's own time, which levers move. */
  public Clock clock() {
    return clock;
  }

  /** With another clock: the clock below the engine's own time, which levers move. */
  public EngineSettings withClock(Clock newClock) {
    return changed(copy -> copy.clock = newClock);
  }

  /** Told of everything that goes wrong inside the engine itself. */
  public Consumer<Throwable> accidents() {
    return accidents;
  }

  /** With another accidents: told of everything that goes wrong inside the engine itself. */
  public EngineSettings withAccidents(Consumer<Throwable> newAccidents) {
    return changed(copy -> copy.accidents = newAccidents);
  }

  /** Who may call and do what; null if anyone may do everything. */
  public @Nullable AuthFile auth() {
    return auth;
  }

  /** With another auth: who may call and do what; null if anyone may do everything. */
  public EngineSettings withAuth(AuthFile newAuth) {
    return changed(copy -> copy.auth = newAuth);
  }

  /** How tables are restored, exported and imported. */
  public RecoverySettings recovery() {
    return recovery;
  }

  /** With another recovery: how tables are restored, exported and imported. */
  public EngineSettings withRecovery(RecoverySettings newRecovery) {
    return changed(copy -> copy.recovery = newRecovery);
  }

  /** Where the levers listen; null if nowhere. */
  public @Nullable InetSocketAddress leverAddress() {
    return leverAddress;
  }

  /** With another leverAddress: where the levers listen; null if nowhere. */
  public EngineSettings withLeverAddress(InetSocketAddress newLeverAddress) {
    return changed(copy -> copy.leverAddress = newLeverAddress);
  }

  /** Ends the process at once, for the lever that does; null where it is not the engine's own. */
  public @Nullable Runnable halt() {
    return halt;
  }

  /** With another halt: ends the process at once, for the lever that does. */
  public EngineSettings withHalt(Runnable newHalt) {
    return changed(copy -> copy.halt = newHalt);
  }

  /** Where data is kept on disk; null if it is kept in memory alone. */
  public @Nullable DataSettings data() {
    return data;
  }

  /** With another data: where data is kept on disk. */
  public EngineSettings withData(DataSettings newData) {
    return changed(copy -> copy.data = newData);
  }

  /** With data kept in a folder, in the default way. */
  public EngineSettings withData(Path folder) {
    return withData(DataSettings.in(folder));
  }

  /** Told, in sentences, what an operator should know: progress of a long start, a full disk. */
  public Consumer<String> notices() {
    return notices;
  }

  /** With another notices: told, in sentences, what an operator should know. */
  public EngineSettings withNotices(Consumer<String> newNotices) {
    return changed(copy -> copy.notices = newNotices);
  }
}
