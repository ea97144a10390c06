package dev.assay.engine;

import dev.assay.engine.api.Answer;
import dev.assay.engine.api.Dispatcher;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.auth.AllowAll;
import dev.assay.engine.control.Resumption;
import dev.assay.engine.disk.DataSettings;
import dev.assay.engine.disk.Disk;
import dev.assay.engine.durable.Safety;
import dev.assay.engine.durable.Storage;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.lever.LeverBoard;
import dev.assay.engine.recovery.Recovery;
import dev.assay.engine.store.Table;
import dev.assay.engine.time.EngineTime;
import dev.assay.engine.transact.IdempotencyTokens;
import dev.assay.engine.zone.RegionZones;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The engine without a server: what the server serves, and what a simulation drives. Time,
 * scheduling and chance are those of its settings.
 */
public final class EngineCore implements AutoCloseable {
  private final Dispatcher dispatcher;
  private final Regions regions;
  private final LeverBoard levers;
  private final @Nullable Disk disk;
  private final Storage storage;

  /**
   * @param settings of which the addresses, threads and users are not looked at
   * @throws dev.assay.engine.disk.DataRefusedException if the data on disk cannot be used
   */
  public EngineCore(EngineSettings settings) {
    EngineTime time = new EngineTime(settings.clock());
    DataSettings data = settings.data();
    this.disk =
        data == null
            ? null
            : Disk.open(data, settings.accountId(), time.clockOf("disk"), settings.notices());
    this.regions = new Regions(settings, time, disk);
    Map<Table, Region> found = new LinkedHashMap<>();
    try {
      if (disk != null) {
        disk.recover(regions::of, regions::owe, (region, table) -> found.put(table, region));
      }
    } catch (RuntimeException refused) {
      close();
      throw refused;
    }
    this.levers = new LeverBoard(Levers.all(settings, regions));
    this.storage = disk == null ? Storage.inMemory() : disk.storage();
    regions.open(storage);
    regions.recovery().open(storage);
    found.forEach(this::resume);
    this.dispatcher =
        new Dispatcher(Operations.all(this::restore, regions.recovery()), settings.accidents());
  }

  private void resume(Table table, Region region) {
    if (!regions.recovery().abandon(region, table)) {
      Resumption.of(region, table);
    }
  }

  private void restore(IdempotencyTokens tokens) {
    if (disk != null) {
      disk.attachments(tokens.kind(), tokens::restore);
    }
  }

  /** Where all that is not in tables is kept. */
  public Storage storage() {
    return storage;
  }

  /** What answers have to wait for before they leave. */
  public Safety safety() {
    return disk == null ? Safety.AT_ONCE : disk.safety();
  }

  /**
   * Answers one request; never throws.
   *
   * @param region null for the default region
   * @param target as in {@code X-Amz-Target}
   */
  public Answer answer(@Nullable String region, String target, byte[] body) {
    Operation operation = dispatcher.find(target);
    return operation == null
        ? dispatcher.refuse(new ServiceException(ErrorType.UNKNOWN_OPERATION, null))
        : dispatcher.answer(operation, region(region), new AllowAll(), body);
  }

  /**
   * A region by its name.
   *
   * @param name null for the default region
   */
  public Region region(@Nullable String name) {
    return regions.of(name);
  }

  /**
   * The availability zones of a region.
   *
   * @param region null for the default region
   */
  public RegionZones zones(@Nullable String region) {
    return regions.zones(region(region).name());
  }

  /** The time in the engine. */
  public EngineTime time() {
    return regions.time();
  }

  Recovery recovery() {
    return regions.recovery();
  }

  /** What breaks the engine on purpose. */
  public LeverBoard levers() {
    return levers;
  }

  Dispatcher dispatcher() {
    return dispatcher;
  }

  /** Does nothing in the background any more. */
  @Override
  public void close() {
    regions.close();
    if (disk != null) {
      disk.close();
    }
  }
}
