package dev.assay.engine.partiql;

import dev.assay.engine.api.Call;
import dev.assay.engine.capacity.ConsumedCapacity;
import dev.assay.engine.capacity.Units;
import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.item.Keys;
import dev.assay.engine.item.PreparedWrite;
import dev.assay.engine.item.SingleWrite;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Tables;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.Write;
import dev.assay.engine.value.AttributeMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One statement of a batch, first as understood and then as done. */
final class BatchMember {
  /** ReturnValuesOnConditionCheckFailure is accepted of a member and does nothing (fact 167). */
  private static final boolean RETURNS_ITEM_ON_FAILURE = false;

  private final StatementRequest request;
  private @Nullable Statement statement;
  private @Nullable Target target;
  private @Nullable Preparation preparation;
  private @Nullable AttributeMap readKey;
  private @Nullable ServiceException refusal;
  private @Nullable String tableName;
  private @Nullable AttributeMap item;

  /** The item that a statement is for. */
  record Target(Table table, EntryKey key) {}

  private BatchMember(StatementRequest request) {
    this.request = request;
  }

  /** Understands a statement as far as possible without looking at its item. */
  static BatchMember prepare(StatementRequest request, Call call) {
    BatchMember member = new BatchMember(request);
    try {
      member.prepare(call);
    } catch (ServiceException refusal) {
      member.refusal = refusal;
    }
    return member;
  }

  private void prepare(Call call) {
    request.checkParameters();
    Statement bound = request.bind();
    if (bound instanceof Statement.Check) {
      throw Binder.existsElsewhere();
    }
    call.authorize(
        () -> StatementAccess.of(call.region(), bound).enclosingOperation("BatchExecuteStatement"));
    statement = bound;
    Table table = Tables.resolve(call.region(), bound.tableName());
    KeySchema schema = table.definition().key();
    AttributeMap key;
    if (bound instanceof Statement.Select select) {
      key = keyOf(select, schema);
      readKey = key;
    } else {
      Preparation prepared = Preparation.of(bound, table).checkTypes();
      preparation = prepared;
      key = prepared.key();
    }
    target = new Target(table, EntryKey.of(schema, key));
  }

  private static AttributeMap keyOf(Statement.Select select, KeySchema schema) {
    AttributeMap key = null;
    if (select.indexName() == null) {
      // What the key conditions get wrong by themselves is reported first.
      KeyReads reads = KeyReads.of(select.where(), schema);
      key = reads.isScan() ? null : ReadKey.of(select.where(), schema, false);
    }
    if (key == null) {
      throw ServiceException.validation(
          "Select statements within BatchExecuteStatement must specify the primary key in the where"
              + " clause.");
    }
    return key;
  }

  boolean isRead() {
    return refusal == null && readKey != null;
  }

  boolean isWrite() {
    return refusal == null && preparation != null;
  }

  /** The item that it is for; null if it has failed already. */
  @Nullable Target target() {
    return refusal == null ? target : null;
  }

  /**
   * Does it.
   *
   * @param capacities what the batch has consumed so far, by table
   */
  void run(Call call, Map<String, ConsumedCapacity> capacities) {
    Target found = target();
    if (found == null) {
      return;
    }
    tableName = found.table().definition().name();
    ConsumedCapacity capacity = capacities.computeIfAbsent(tableName, ConsumedCapacity::new);
    try {
      if (readKey != null) {
        read(call, found, readKey, capacity);
      } else if (preparation != null) {
        write(call, preparation, capacity);
      }
    } catch (ServiceException failure) {
      refusal = failure;
    }
  }

  /** The table in which it did what it was asked to; null if it failed. */
  @Nullable String servedTable() {
    return refusal == null ? tableName : null;
  }

  private void read(Call call, Target found, AttributeMap key, ConsumedCapacity capacity) {
    EntryKey place = Keys.ofKey(found.table().definition().key(), key);
    call.region().admission().requireRead(found.table(), null, place.hash(), key);
    AttributeMap stored = found.table().read(place, request.isConsistent());
    double units = Units.read(stored == null ? 0 : stored.sizeBytes(), request.isConsistent());
    call.region().admission().chargeRead(found.table(), null, place.hash(), units);
    capacity.addTableRead(units);
    if (stored != null && statement instanceof Statement.Select select) {
      item = select.columns() == null ? stored : select.columns().apply(stored);
    }
  }

  private void write(Call call, Preparation prepared, ConsumedCapacity capacity) {
    PreparedWrite change = prepared.write(RETURNS_ITEM_ON_FAILURE);
    AttributeMap stored = change.table().find(change.key());
    Write write;
    try {
      write = SingleWrite.apply(change, call);
    } catch (ServiceException failure) {
      // A write that was tried and failed is charged all the same (fact 108).
      capacity.addTableWrite(Units.write(stored == null ? 0 : stored.sizeBytes()));
      throw failure;
    }
    capacity.addWrite(write, 1);
    List<AttributeMap> returned = Returned.of(prepared.statement(), write);
    item = returned.isEmpty() ? null : returned.getFirst();
  }

  /** Writes its response. */
  void write(JsonWriter out) {
    out.startObject();
    ServiceException failure = refusal;
    if (failure != null) {
      out.startObject("Error")
          .member("Code", code(failure.type()))
          .member("Message", String.valueOf(failure.getMessage()))
          .endObject();
    }
    if (tableName != null) {
      out.member("TableName", tableName);
    }
    if (failure == null && item != null) {
      out.attributes("Item", item);
    }
    out.endObject();
  }

  private static String code(ErrorType type) {
    return switch (type) {
      case CONDITIONAL_CHECK_FAILED -> "ConditionalCheckFailed";
      case DUPLICATE_ITEM -> "DuplicateItem";
      case RESOURCE_NOT_FOUND -> "ResourceNotFound";
      case ACCESS_DENIED -> "AccessDenied";
      case PROVISIONED_THROUGHPUT_EXCEEDED -> "ProvisionedThroughputExceeded";
      case THROTTLING -> "ThrottlingError";
      case REQUEST_LIMIT_EXCEEDED -> "RequestLimitExceeded";
      case TRANSACTION_CONFLICT -> "TransactionConflict";
      case ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED -> "ItemCollectionSizeLimitExceeded";
      case INTERNAL_SERVER_ERROR -> "InternalServerError";
      default -> "ValidationError";
    };
  }
}
