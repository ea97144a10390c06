package dev.assay.engine.partiql;

import dev.assay.engine.api.Region;
import dev.assay.engine.capacity.ConsumedCapacity;
import dev.assay.engine.capacity.Units;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.store.TableLocks;
import dev.assay.engine.transact.Cancellation;
import dev.assay.engine.value.AttributeMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reads of a transaction, as they are at one moment. */
final class TransactionReads {
  private static final double TRANSACTION_FACTOR = 2;

  private final List<Row> rows = new ArrayList<>();
  private final Map<String, ConsumedCapacity> capacities = new LinkedHashMap<>();

  /** What one SELECT found. */
  record Row(@Nullable AttributeMap item) {}

  private TransactionReads() {}

  static TransactionReads of(Region region, List<Statement> statements) {
    Cancellation cancellation = new Cancellation(statements.size());
    TransactionTargets targets = new TransactionTargets(region);
    List<Statement.Select> selects = new ArrayList<>();
    List<BatchMember.Target> items = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i) instanceof Statement.Select select) {
        try {
          items.add(targets.ofRead(i, select));
          selects.add(select);
        } catch (ServiceException refusal) {
          if (TransactionTargets.refusesRequest(refusal)) {
            throw refusal;
          }
          cancellation.note(i, refusal);
        }
      }
    }
    cancellation.check();
    return new TransactionReads().read(selects, items);
  }

  /** Reads under the locks of all tables, so that no write is seen in part. */
  private TransactionReads read(List<Statement.Select> selects, List<BatchMember.Target> items) {
    return TableLocks.holding(
        items.stream().map(BatchMember.Target::table).toList(),
        () -> {
          for (int i = 0; i < items.size(); i++) {
            read(selects.get(i), items.get(i));
          }
          return this;
        });
  }

  private void read(Statement.Select select, BatchMember.Target target) {
    AttributeMap item = target.table().read(target.key(), true);
    Columns columns = select.columns();
    rows.add(new Row(item == null || columns == null ? item : columns.apply(item)));
    capacities
        .computeIfAbsent(target.table().definition().name(), ConsumedCapacity::new)
        .addTableRead(TRANSACTION_FACTOR * Units.read(item == null ? 0 : item.sizeBytes(), true));
  }

  List<Row> rows() {
    return rows;
  }

  Iterable<ConsumedCapacity> capacities() {
    return capacities.values();
  }
}
