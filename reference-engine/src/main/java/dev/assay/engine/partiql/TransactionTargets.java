package dev.assay.engine.partiql;

import dev.assay.engine.api.Region;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.item.Guard;
import dev.assay.engine.item.Keys;
import dev.assay.engine.item.PreparedWrite;
import dev.assay.engine.request.Tables;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.transact.Checking;
import dev.assay.engine.value.AttributeMap;
import java.util.HashSet;
import java.util.Set;

/** The items of a transaction, of which no two statements may name the same. */
final class TransactionTargets {
  private static final String SAME_ITEM =
      "Transaction request cannot include multiple operations on one item";

  private final Region region;
  private final Set<BatchMember.Target> seen = new HashSet<>();

  TransactionTargets(Region region) {
    this.region = region;
  }

  /** Whether a refusal is the whole request's, and not a reason to cancel. */
  static boolean refusesRequest(ServiceException refusal) {
    String message = String.valueOf(refusal.getMessage());
    return message.equals(SAME_ITEM)
        || message.startsWith("Validation failed in TransactStatements[");
  }

  /** The key of the item that a SELECT reads. */
  BatchMember.Target ofRead(int index, Statement.Select select) {
    Table table = Tables.resolve(region, select.tableName());
    table.beforeTransaction();
    KeySchema schema = table.definition().key();
    AttributeMap key = ReadKey.of(select.where(), schema, false);
    if (key == null) {
      throw TransactionRequest.failedIn(
          index,
          ServiceException.validation(
              "Select statements within ExecuteTransaction must specify the primary key in the"
                  + " where clause."));
    }
    return add(table, Keys.ofKey(schema, key));
  }

  /** A write or a check, checked as far as it can be without its item. */
  PreparedWrite prepare(int index, Statement statement, boolean returnsItem) {
    Table table = Tables.resolve(region, statement.tableName());
    table.beforeTransaction();
    PreparedWrite write =
        statement instanceof Statement.Check(Statement.Select select)
            ? check(index, select, table, returnsItem)
            : subject(index, statement, table).write(returnsItem);
    BatchMember.Target unused = add(table, write.key());
    return write;
  }

  /** An INSERT keeps the words of a put; what names no item refuses the whole request. */
  private static Preparation subject(int index, Statement statement, Table table) {
    if (statement instanceof Statement.Insert insert) {
      return new Preparation(statement, table, insert.item());
    }
    try {
      return Preparation.of(statement, table);
    } catch (ServiceException refusal) {
      throw TransactionRequest.failedIn(index, refusal);
    }
  }

  private static PreparedWrite check(
      int index, Statement.Select select, Table table, boolean returnsItem) {
    KeySchema schema = table.definition().key();
    AttributeMap key = select.indexName() == null ? ReadKey.of(select.where(), schema, true) : null;
    if (key == null || ReadKey.of(select.where(), schema, false) != null) {
      throw TransactionRequest.failedIn(
          index,
          ServiceException.validation(
              "EXISTS() must contain a single item read with additional condition"));
    }
    return new Checking(table, Keys.ofKey(schema, key), new Guard(select.where(), returnsItem));
  }

  private BatchMember.Target add(Table table, EntryKey key) {
    BatchMember.Target target = new BatchMember.Target(table, key);
    if (!seen.add(target)) {
      throw ServiceException.validation(SAME_ITEM);
    }
    return target;
  }
}
