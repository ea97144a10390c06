package dev.assay.engine.recovery;

import dev.assay.engine.api.Region;
import dev.assay.engine.durable.Ledger;
import dev.assay.engine.durable.Storage;
import dev.assay.engine.durable.Vault;
import dev.assay.engine.objects.ObjectStore;
import dev.assay.engine.schedule.Scheduler;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.TableObserver;
import dev.assay.engine.table.ContinuousBackups;
import dev.assay.engine.table.TableDefinition;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything that leads back: of all regions, because a table may be restored into another. */
public final class Recovery implements AutoCloseable {
  private final RecoverySettings settings;
  private final Function<String, Region> regions;
  private final Consumer<Throwable> accidents;
  private final Jobs jobs;
  private final Objects objects;
  private final Restores restores;
  private final ConcurrentMap<String, Histories> histories = new ConcurrentHashMap<>();
  private volatile @Nullable Opened opened;

  /** What is kept somewhere. */
  private record Opened(Storage storage, Backups backups, Exports exports, Imports imports) {}

  /**
   * Recovery that is to be opened before anything is asked of it.
   *
   * @param regions the regions by their names
   * @param jobScheduler does what may take long or wait for an object store
   */
  public Recovery(
      RecoverySettings settings,
      Function<String, Region> regions,
      Scheduler jobScheduler,
      Consumer<Throwable> accidents) {
    this.settings = settings;
    this.regions = regions;
    this.accidents = accidents;
    this.jobs = new Jobs(jobScheduler, accidents);
    this.objects = new Objects(settings.objects());
    this.restores = new Restores(jobs, settings.jobs().restore(), accidents);
  }

  /** Takes up what is kept; jobs that the process died over have failed. */
  public void open(Storage storage) {
    JobDurations least = settings.jobs();
    Ledger ledger = storage.ledger();
    Vault vault = storage.vault();
    opened =
        new Opened(
            storage,
            new Backups(storage, this::isThere, jobs, least.backup(), accidents),
            new Exports(ledger, jobs, least.export(), objects, accidents),
            new Imports(ledger, vault, jobs, least.importing(), objects, accidents));
    opened().backups().resume(regions);
    histories.values().forEach(Histories::opened);
    histories.values().forEach(Histories::prune);
  }

  private boolean isThere(TableDefinition table) {
    return region(JobId.regionOf(table.arn()))
        .catalog()
        .find(table.name())
        .filter(found -> found.definition().id().equals(table.id()))
        .isPresent();
  }

  private Opened opened() {
    Opened known = opened;
    if (known == null) {
      throw new IllegalStateException("recovery has not been opened");
    }
    return known;
  }

  private @Nullable Storage storage() {
    Opened known = opened;
    return known == null ? null : known.storage();
  }

  /**
   * Removes a table whose items were being written when the process died.
   *
   * @return false for any other table
   */
  public boolean abandon(Region region, Table table) {
    boolean unfinished =
        table.definition().settings().restore() != null
            || imports().wasInterrupted(table.definition().id());
    if (unfinished) {
      region.catalog().remove(table);
    }
    return unfinished;
  }

  /** The object store, which is opened when the first job needs it. */
  private static final class Objects implements Supplier<ObjectStore> {
    private final Supplier<ObjectStore> opening;
    private @Nullable ObjectStore open;

    Objects(Supplier<ObjectStore> opening) {
      this.opening = opening;
    }

    @Override
    public synchronized ObjectStore get() {
      ObjectStore known = open;
      if (known == null) {
        known = opening.get();
        open = known;
      }
      return known;
    }

    synchronized void close() {
      if (open != null) {
        open.close();
      }
    }
  }

  /** What follows the tables of a region that is being made. */
  public TableObserver follow(String region, Clock clock) {
    return histories.computeIfAbsent(
        region,
        name ->
            new Histories(
                this::storage,
                clock,
                table -> backups().announceDeleted(region(name), table),
                table -> backups().keepDeleted(region(name), table)));
  }

  /** A region by its name. */
  public Region region(String name) {
    return regions.apply(name);
  }

  public Backups backups() {
    return opened().backups();
  }

  public Exports exports() {
    return opened().exports();
  }

  public Imports imports() {
    return opened().imports();
  }

  private Histories historiesOf(Region region) {
    return java.util.Objects.requireNonNull(histories.get(region.name()));
  }

  /** The time in a table's log: the region's, or that of its last entry if that is later. */
  public Instant now(Region region, TableDefinition table) {
    return historiesOf(region).now(table, region.clock().instant());
  }

  /**
   * The last moment that a table can be restored to: never before continuous backups were enabled.
   *
   * @return null if they are not
   */
  public @Nullable Instant latest(Region region, TableDefinition table) {
    ContinuousBackups state = table.attachments().continuousBackups();
    if (state.enabledSince() == null) {
      return null;
    }
    Instant latest = now(region, table).minus(settings.latestLag());
    return latest.isAfter(state.enabledSince()) ? latest : state.enabledSince();
  }

  /** Begins to restore a table to a moment within its recovery period. */
  public Table restore(
      Region source, Table table, Instant moment, Region target, TableDefinition definition) {
    return restores.begin(target, definition, () -> historiesOf(source).at(table, moment));
  }

  /** Begins to restore a backup. */
  public Table restore(Backup backup, Region target, TableDefinition definition) {
    return restores.begin(target, definition, () -> backups().items(backup));
  }

  /** Begins an export of a table whose continuous backups are on. */
  public Export export(Region region, Table table, ExportOrder order, String fingerprint) {
    Histories history = historiesOf(region);
    ExportOrder.Stretch stretch = order.stretch();
    ExportRecords records =
        stretch == null
            ? new FullRecords(
                history.at(table, java.util.Objects.requireNonNull(order.at())),
                table.definition().key())
            : new ChangedRecords(
                table.definition().key(),
                stretch,
                history.momentsAfter(table, stretch.from().minusNanos(1)));
    return exports().begin(region, table, order, fingerprint, records);
  }

  /** Forgets what nobody can ask for any more. */
  public void prune() {
    if (opened == null) {
      return;
    }
    histories.forEach(
        (name, history) -> {
          history.prune();
          backups().sweep(region(name));
        });
  }

  /** Ends what is under way, which shows as failed from now on. */
  @Override
  public void close() {
    jobs.close();
    objects.close();
  }
}
