package dev.assay.engine.zone;

import dev.assay.engine.store.Attachment;
import dev.assay.engine.store.CommitLog;
import dev.assay.engine.store.Committed;
import dev.assay.engine.store.Table;
import dev.assay.engine.table.TableDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accepts what a second zone holds and another log has made safe. */
final class QuorumLog implements CommitLog {
  private final RegionZones zones;
  private final CommitLog safe;

  QuorumLog(RegionZones zones, CommitLog safe) {
    this.zones = zones;
    this.safe = safe;
  }

  @Override
  public void commit(List<Committed> entries) {
    commit(entries, null);
  }

  @Override
  public void commit(List<Committed> entries, @Nullable Attachment attachment) {
    if (!zones.isPlain()) {
      zones.admit(entries, attachment);
    }
    safe.commit(entries, attachment);
    if (!zones.isPlain()) {
      zones.record(entries);
    }
    zones.grow(entries);
  }

  @Override
  public void adding(Table table) {
    safe.adding(table);
  }

  @Override
  public void redefining(Table table, TableDefinition after, @Nullable TableDefinition intended) {
    safe.redefining(table, after, intended);
  }

  @Override
  public void removing(Table table) {
    safe.removing(table);
  }
}
