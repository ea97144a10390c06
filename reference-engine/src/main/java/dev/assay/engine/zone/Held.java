package dev.assay.engine.zone;

import dev.assay.engine.store.Attachment;
import dev.assay.engine.store.Committed;
import dev.assay.engine.store.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A write that only the leader's zone has: its client was told of an error, nobody sees it, and it
 * is either committed or lost, for good.
 *
 * @param byLever whether it waits for a lever, and not for another zone
 */
record Held(List<Committed> entries, @Nullable Attachment attachment, boolean byLever) {

  Set<Table> tables() {
    return entries.stream().map(Committed::table).collect(Collectors.toSet());
  }

  Held forZones() {
    return new Held(entries, attachment, false);
  }
}
