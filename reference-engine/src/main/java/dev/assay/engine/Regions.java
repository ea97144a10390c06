package dev.assay.engine;

import dev.assay.engine.api.Network;
import dev.assay.engine.api.Region;
import dev.assay.engine.disk.Disk;
import dev.assay.engine.durable.MemoryLedger;
import dev.assay.engine.durable.Storage;
import dev.assay.engine.insights.KeyUsage;
import dev.assay.engine.kinesis.DeliveryPolicy;
import dev.assay.engine.kinesis.KinesisDelivery;
import dev.assay.engine.lever.Lever;
import dev.assay.engine.lever.capacity.Throttle;
import dev.assay.engine.recovery.Recovery;
import dev.assay.engine.replication.GlobalTables;
import dev.assay.engine.replication.Links;
import dev.assay.engine.replication.RegionLevers;
import dev.assay.engine.scaling.ScalingRegister;
import dev.assay.engine.scaling.tracking.TargetTracking;
import dev.assay.engine.schedule.GuardedScheduler;
import dev.assay.engine.schedule.Scheduler;
import dev.assay.engine.store.Catalog;
import dev.assay.engine.store.CommitLog;
import dev.assay.engine.store.OwedWrite;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.Transitions;
import dev.assay.engine.stream.StreamJournal;
import dev.assay.engine.stream.Streams;
import dev.assay.engine.throughput.AdmissionControl;
import dev.assay.engine.time.EngineTime;
import dev.assay.engine.ttl.Sweeper;
import dev.assay.engine.zone.RegionZones;
import dev.assay.engine.zone.ReplicationSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The regions in which requests have been made, each with its own tables and what is done for these
 * in the background.
 */
final class Regions implements AutoCloseable {
  /** Only bounds how long memory is held for what nobody may read any more. */
  private static final Duration TRIM_EVERY = Duration.ofMinutes(1);

  /** Application Auto Scaling looks at metrics of one minute. */
  private static final Duration SCALE_EVERY = Duration.ofMinutes(1);

  private final ConcurrentMap<String, Region> regions = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, RegionZones> zones = new ConcurrentHashMap<>();
  private final Queue<Sweeper> sweepers = new ConcurrentLinkedQueue<>();
  private final List<Scheduler.Task> tasks;
  private final EngineSettings settings;
  private final Scheduler scheduler;
  private final EngineTime time;
  private final Recovery recovery;
  private final @Nullable Disk disk;
  private final Links links;
  private final GlobalTables globalTables;
  private final TargetTracking tracking;
  private volatile boolean throttling;
  private volatile ReplicationSettings replication;
  private final Queue<KinesisDelivery> deliveries = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Storage storage;
  private final ReentrantLock severalRegions = new ReentrantLock();

  /**
   * @param disk where tables are kept; null if in memory alone
   */
  Regions(EngineSettings settings, EngineTime time, @Nullable Disk disk) {
    this.settings = settings;
    this.throttling = settings.throughputEnforced();
    this.replication = settings.replication();
    this.time = time;
    this.disk = disk;
    this.scheduler = new GuardedScheduler(settings.background().scheduler(), settings.accidents());
    this.recovery =
        new Recovery(
            settings.recovery(),
            this::of,
            new GuardedScheduler(settings.background().jobs(), settings.accidents()),
            settings.accidents());
    this.links = new Links(settings.shipping());
    this.globalTables = new GlobalTables(time, links, scheduler);
    this.tracking =
        new TargetTracking(
            time.clockOf(settings.defaultRegion()), () -> List.copyOf(regions.values()));
    this.tasks =
        List.of(
            scheduler.every(settings.background().sweepEvery(), this::sweep),
            scheduler.every(TRIM_EVERY, this::trim),
            scheduler.every(SCALE_EVERY, tracking::look));
  }

  /** How replicas follow in every region, also in those that are first used later. */
  ReplicationSettings replication() {
    return replication;
  }

  /** Has replicas follow otherwise from now on. */
  synchronized void replicate(ReplicationSettings changed) {
    replication = changed;
    zones.values().forEach(this::follow);
  }

  private void follow(RegionZones region) {
    region.controls().setMode(replication.mode());
    region.controls().setDetection(replication.detection());
  }

  /** Has requests beyond the capacity of their tables throttled in every region, or not. */
  private synchronized void throttle(boolean on) {
    throttling = on;
    regions.values().forEach(region -> region.admission().enforce(on));
  }

  /** Has settings that belong to no table kept there from now on, and takes up those it has. */
  void open(Storage kept) {
    storage = kept;
    regions.values().forEach(region -> region.scaling().open(kept.ledger()));
    deliveries.forEach(delivery -> delivery.open(kept));
  }

  /** Has a replica given what it had not been given when the engine ended. */
  void owe(Table replica, List<OwedWrite> writes) {
    globalTables.owe(replica, writes);
  }

  /** Deletes what has expired in all regions, and says how many items that were. */
  int sweep() {
    regions.values().forEach(Region::settle);
    return sweepers.stream().mapToInt(Sweeper::sweep).sum();
  }

  /** Does at once what has become due by a step of the time. */
  void becomeDue() {
    int unused = sweep();
    trim();
    tracking.look();
  }

  private void trim() {
    regions.values().forEach(region -> region.streams().trim());
    recovery.prune();
    globalTables.trim();
  }

  /**
   * The region of a name.
   *
   * @param signed null for the default region
   */
  Region of(@Nullable String signed) {
    String name = signed == null ? settings.defaultRegion() : signed;
    Region known = regions.get(name);
    return known != null ? known : regions.computeIfAbsent(name, this::create);
  }

  private Region create(String name) {
    Clock clock = time.clockOf(name);
    Transitions transitions = new Transitions(settings.accidents());
    Streams streams =
        new Streams(
            clock,
            settings.background().streams(),
            disk == null ? StreamJournal.NONE : disk.journal(name));
    KeyUsage keyUsage = new KeyUsage();
    AdmissionControl admission = new AdmissionControl(clock, keyUsage, throttling);
    RegionZones placed = new RegionZones(name, time, settings.replication());
    zones.put(name, placed);
    // A lever may have been pulled since the settings were looked at.
    follow(placed);
    admission.whenHot(placed::splitAt);
    Catalog catalog =
        new Catalog(
            List.of(
                placed,
                streams,
                keyUsage,
                admission,
                kinesis(name, clock, transitions),
                globalTables.observer(name),
                recovery.follow(name, clock)),
            placed.commitLog(disk == null ? CommitLog.NONE : disk.commitLog(name)));
    sweepers.add(new Sweeper(catalog, clock));
    ScalingRegister scaling =
        new ScalingRegister(name, settings.accountId(), clock, Regions::uuid, admission::count);
    Storage kept = storage;
    scaling.open(kept == null ? new MemoryLedger() : kept.ledger());
    Region region =
        new Region(
            name,
            settings.accountId(),
            catalog,
            streams,
            keyUsage,
            admission,
            scaling,
            transitions,
            settings.transitions(),
            new Neighbours(name, globalTables.arrivals(name)),
            clock,
            Regions::uuid,
            settings.wording());
    if (disk != null) {
      disk.follow(region);
    }
    return region;
  }

  private static String uuid() {
    return UUID.randomUUID().toString();
  }

  private KinesisDelivery kinesis(String region, Clock clock, Transitions transitions) {
    KinesisDelivery delivery =
        new KinesisDelivery(
            region,
            settings.background().kinesisEndpoint(),
            DeliveryPolicy.defaults(),
            scheduler,
            clock,
            (table, change) ->
                transitions.change(
                    clock,
                    () -> {
                      table.redefine(change.apply(table.definition()));
                      return table;
                    }),
            settings.accidents());
    Storage kept = storage;
    if (kept != null) {
      delivery.open(kept);
    }
    deliveries.add(delivery);
    return delivery;
  }

  /** The availability zones of a region. */
  RegionZones zones(String region) {
    Region unused = of(region);
    return Objects.requireNonNull(zones.get(region));
  }

  Recovery recovery() {
    return recovery;
  }

  /** The other regions, as one of them sees them. */
  private final class Neighbours implements Network {
    private final String name;
    private final Runnable arrivals;

    Neighbours(String name, Runnable arrivals) {
      this.name = name;
      this.arrivals = arrivals;
    }

    @Override
    public void receive() {
      arrivals.run();
    }

    @Override
    public boolean isDown() {
      return links.isDown(name);
    }

    @Override
    public Region region(String other) {
      return of(other);
    }

    @Override
    public List<Region> regions() {
      return List.copyOf(new TreeMap<>(regions).values());
    }

    @Override
    public <T> T exclusively(Supplier<T> change) {
      severalRegions.lock();
      try {
        return change.get();
      } finally {
        severalRegions.unlock();
      }
    }
  }

  /** What breaks regions, and the ways between them, on purpose. */
  List<Lever> levers() {
    List<Lever> levers = new ArrayList<>(RegionLevers.all(links));
    levers.add(new Throttle(() -> throttling, this::throttle, settings.throughputEnforced()));
    return List.copyOf(levers);
  }

  EngineTime time() {
    return time;
  }

  /** Does nothing in the background any more. */
  @Override
  public void close() {
    tasks.forEach(Scheduler.Task::cancel);
    deliveries.forEach(KinesisDelivery::close);
    recovery.close();
  }
}
