package dev.assay.engine.table;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a table that do not change how its items are stored, as its description shows
 * them.
 *
 * @param throughput provisioned capacity; {@link Throughput#NONE} when on demand
 * @param payPerRequestSince when it was last made on-demand; null if it never was, or is just being
 *     made so
 * @param tableClass null if it has never been given one
 * @param encryption null if the service's own key encrypts it
 * @param restore null unless it is being restored
 */
public record TableSettings(
    BillingMode billingMode,
    Throughput throughput,
    @Nullable Instant payPerRequestSince,
    OnDemandThroughput onDemand,
    WarmThroughput warm,
    boolean deletionProtection,
    @Nullable TableClassSetting tableClass,
    @Nullable Encryption encryption,
    StreamSettings stream,
    GlobalSettings global,
    @Nullable RestoreSummary restore) {

  public boolean isProvisioned() {
    return billingMode == BillingMode.PROVISIONED;
  }

  /** These settings, to be changed. */
  public Changes change() {
    return new Changes(this);
  }

  /** A copy of settings that is being changed. */
  public static final class Changes {
    private BillingMode billingMode;
    private Throughput throughput;
    private @Nullable Instant payPerRequestSince;
    private OnDemandThroughput onDemand;
    private WarmThroughput warm;
    private boolean deletionProtection;
    private @Nullable TableClassSetting tableClass;
    private @Nullable Encryption encryption;
    private StreamSettings stream;
    private GlobalSettings global;
    private @Nullable RestoreSummary restore;

    private Changes(TableSettings from) {
      billingMode = from.billingMode;
      throughput = from.throughput;
      payPerRequestSince = from.payPerRequestSince;
      onDemand = from.onDemand;
      warm = from.warm;
      deletionProtection = from.deletionProtection;
      tableClass = from.tableClass;
      encryption = from.encryption;
      stream = from.stream;
      global = from.global;
      restore = from.restore;
    }

    /** Pays by request; {@link #payPerRequestSince} follows when the change is complete. */
    public Changes payPerRequest() {
      billingMode = BillingMode.PAY_PER_REQUEST;
      throughput = throughput.withUnits(0, 0);
      payPerRequestSince = null;
      return this;
    }

    public Changes payPerRequestSince(Instant since) {
      payPerRequestSince = since;
      return this;
    }

    public Changes throughput(Throughput newThroughput) {
      throughput = newThroughput;
      return this;
    }

    /** Pays for provisioned capacity; ceilings of on-demand use are gone with it (fact 145). */
    public Changes provisioned(Throughput newThroughput) {
      billingMode = BillingMode.PROVISIONED;
      throughput = newThroughput;
      onDemand = OnDemandThroughput.NONE;
      return this;
    }

    public Changes onDemand(OnDemandThroughput newOnDemand) {
      onDemand = newOnDemand;
      return this;
    }

    public Changes warm(WarmThroughput newWarm) {
      warm = newWarm;
      return this;
    }

    public Changes deletionProtection(boolean on) {
      deletionProtection = on;
      return this;
    }

    public Changes tableClass(TableClassSetting newClass) {
      tableClass = newClass;
      return this;
    }

    public Changes encryption(@Nullable Encryption newEncryption) {
      encryption = newEncryption;
      return this;
    }

    public Changes stream(StreamSettings newStream) {
      stream = newStream;
      return this;
    }

    public Changes global(GlobalSettings newGlobal) {
      global = newGlobal;
      return this;
    }

    public Changes restore(@Nullable RestoreSummary newRestore) {
      restore = newRestore;
      return this;
    }

    public TableSettings settings() {
      return new TableSettings(
          billingMode,
          throughput,
          payPerRequestSince,
          onDemand,
          warm,
          deletionProtection,
          tableClass,
          encryption,
          stream,
          global,
          restore);
    }
  }
}
