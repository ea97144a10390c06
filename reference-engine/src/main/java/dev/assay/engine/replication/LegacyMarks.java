package dev.assay.engine.replication;

import dev.assay.engine.store.Table;
import dev.assay.engine.store.WriteMeta;
import dev.assay.engine.store.WriteStamp;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.DynamoNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The attributes that global tables of version 2017.11.29 put into each item, by a write of their
 * own soon after the client's.
 */
final class LegacyMarks {
  private LegacyMarks() {}

  /** The item with its marks. */
  static AttributeMap put(AttributeMap item, WriteStamp stamp) {
    BigDecimal seconds =
        BigDecimal.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, stamp.time()), 6);
    return item.toBuilder()
        .put("aws:rep:deleting", new AttributeValue.Bool(false))
        .put("aws:rep:updatetime", new AttributeValue.N(DynamoNumber.of(seconds)))
        .put("aws:rep:updateregion", new AttributeValue.S(stamp.region()))
        .build();
  }

  /** An item that is copied: what was there before the global table was has no marks. */
  static AttributeMap ofCopy(AttributeMap item, WriteStamp stamp) {
    return stamp.equals(WriteStamp.BASELINE) ? item : put(item, stamp);
  }

  /** Marks an item in the region that wrote it, if it has not been written again meanwhile. */
  static void apply(Replica replica, Shipment marked) {
    Table table = replica.table();
    table.lock().lock();
    try {
      AttributeMap before = table.find(marked.key());
      if (before != null && marked.stamp().equals(table.stampOf(marked.key()))) {
        table.append(
            marked.key(),
            before,
            marked.after(),
            WriteMeta.ofReplication(replica.clock().instant(), marked.stamp()));
      }
    } finally {
      table.lock().unlock();
    }
  }
}
