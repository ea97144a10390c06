package dev.assay.engine.replication;

import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.WriteStamp;
import dev.assay.engine.value.AttributeMap;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One write on its way to another region.
 *
 * @param after the item as it is to be, or null if it was deleted
 * @param sentAt when it was accepted, by the true time
 * @param share its part of the jitter of its way, from 0 to 1
 */
record Shipment(
    EntryKey key, @Nullable AttributeMap after, WriteStamp stamp, Instant sentAt, double share) {}
