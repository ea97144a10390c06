package dev.assay.engine.recovery.api;

import dev.assay.engine.api.Region;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.recovery.Recovery;
import dev.assay.engine.table.ContinuousBackups;
import dev.assay.engine.table.TableDefinition;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes how far a table can be restored. Times are whole seconds, as the service has them. */
final class ContinuousBackupsDescription {
  private ContinuousBackupsDescription() {}

  static void write(JsonWriter out, Recovery recovery, Region region, TableDefinition table) {
    ContinuousBackups state = table.attachments().continuousBackups();
    Instant now = region.clock().instant();
    out.startObject()
        .startObject("ContinuousBackupsDescription")
        // Every table is backed up continuously; only going back to a moment is to be enabled.
        .member("ContinuousBackupsStatus", "ENABLED")
        .startObject("PointInTimeRecoveryDescription");
    Instant earliest = state.earliest(now);
    Instant latest = recovery.latest(region, table);
    if (earliest == null || latest == null) {
      out.member("PointInTimeRecoveryStatus", "DISABLED");
    } else {
      out.seconds("EarliestRestorableDateTime", earliest.truncatedTo(ChronoUnit.SECONDS))
          .seconds("LatestRestorableDateTime", latest.truncatedTo(ChronoUnit.SECONDS))
          .member("PointInTimeRecoveryStatus", "ENABLED")
          .member("RecoveryPeriodInDays", state.recoveryPeriodDays());
    }
    out.endObject().endObject().endObject();
  }
}
