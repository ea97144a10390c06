package dev.assay.features.suite;

import dev.assay.features.capability.Capabilities;
import dev.assay.features.capability.ThrottlingProbe;
import dev.assay.features.catalogue.Catalogue;
import dev.assay.features.catalogue.Need;
import dev.assay.features.catalogue.ScenarioSpec;
import dev.assay.features.poll.Poll;
import dev.assay.features.result.RunListener;
import dev.assay.features.result.RunSummary;
import dev.assay.features.tables.Tables;
import dev.assay.features.wire.Signer;
import dev.assay.features.wire.StoreClient;
import dev.assay.features.wire.Wire;
import dev.assay.features.world.Brake;
import dev.assay.features.world.RunContext;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs scenarios against a store. One suite runs once, and one at a time in a process. */
public final class Suite {
  /** A scenario of several regions may need three. */
  private static final int FURTHER_REGIONS = 2;

  private final SuiteSettings settings;
  private final List<ScenarioSpec> selected;
  private final Catalogue catalogue;
  private final Brake brake = new Brake();
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile @Nullable Wire wire;

  /**
   * @throws SelectionException when the settings name an id or tag that no scenario has, or select
   *     nothing
   */
  public Suite(SuiteSettings settings) throws SelectionException {
    this.settings = settings;
    this.catalogue = Catalogue.load();
    this.selected = new Selector(catalogue).select(settings.selection());
    if (selected.isEmpty()) {
      throw new SelectionException("no scenario fits the selection");
    }
  }

  /** The scenarios that a selection means, by file and line, without running them. */
  public static List<ScenarioSpec> catalogue(SuiteSettings.Selection selection)
      throws SelectionException {
    return new Selector(Catalogue.load()).select(selection);
  }

  /** The scenarios that {@link #run} will run. */
  public List<ScenarioSpec> selected() {
    return selected;
  }

  /** Runs the scenarios and deletes every table that they made. Returns when both are done. */
  public RunSummary run(RunListener listener) {
    Clock clock = Clock.systemUTC();
    Signer signer = new Signer(settings.credentials(), settings.endpoint().region(), clock);
    try (Wire opened = new Wire(clock, settings.requestDeadline())) {
      wire = opened;
      StoreClient client =
          new StoreClient(
              opened, settings.endpoint(), signer, StoreClient.HOUSEKEEPING, exchange -> {});
      Tables tables = new Tables(tableNameStart(), Poll.real(), settings.tableDeadline());
      RunContext context =
          new RunContext(
              opened,
              settings.endpoint(),
              settings.otherRegions(),
              signer,
              tables,
              new Capabilities(client, given(), new ThrottlingProbe(tables)),
              Poll.real(),
              settings.seed(),
              settings.tablePrefix() + "-exports",
              settings.proxyControl(),
              settings.guarded(),
              settings.levers(),
              brake,
              Map.of());
      return new Execution(settings, catalogue, selected, context, listener, brake::finish)
          .run(() -> tables.close(client));
    } finally {
      finished.countDown();
    }
  }

  /**
   * Begins no further scenario and breaks off those in progress, also where they wait for an
   * answer; none of them is reported.
   */
  public void stop() {
    brake.breakOff();
    Wire open = wire;
    if (open != null) {
      open.abandon();
    }
  }

  /**
   * For the shutdown of the process: stops, and waits until the scenarios in progress have ended
   * and the tables are deleted, but no longer than that.
   *
   * @return whether all was done in time
   */
  public boolean cancel(java.time.Duration patience) {
    stop();
    try {
      return finished.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private String tableNameStart() {
    return settings.tablePrefix() + "-" + Long.toString(settings.seed() & 0xFFFFFFFFFFL, 36);
  }

  private Set<Need> given() {
    Set<Need> given = EnumSet.noneOf(Need.class);
    settings.proxyControl().ifPresent(url -> given.add(Need.PROXY));
    settings.guarded().ifPresent(endpoint -> given.add(Need.AUTH));
    settings.levers().ifPresent(url -> given.add(Need.LEVERS));
    if (settings.otherRegions().size() >= FURTHER_REGIONS) {
      given.add(Need.MULTI_REGION);
    }
    return given;
  }
}
