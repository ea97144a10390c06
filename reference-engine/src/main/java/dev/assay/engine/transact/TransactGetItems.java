package dev.assay.engine.transact;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.auth.AccessRequest;
import dev.assay.engine.capacity.CapacityReport;
import dev.assay.engine.capacity.ConsumedCapacity;
import dev.assay.engine.capacity.Units;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.ExpressionScope;
import dev.assay.engine.expression.Projection;
import dev.assay.engine.item.ItemAccess;
import dev.assay.engine.item.ItemMembers;
import dev.assay.engine.item.ItemRequest;
import dev.assay.engine.item.Keys;
import dev.assay.engine.item.Layer;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonReader.Position;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.request.Tables;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.TableLocks;
import dev.assay.engine.value.AttributeMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads up to a hundred items as they are at one moment. */
public final class TransactGetItems implements Operation {
  private static final int MAX_ACTIONS = 100;
  private static final double TRANSACTION_FACTOR = 2;
  private static final Set<String> MEMBERS =
      Set.of("TableName", "Key", "ProjectionExpression", "ExpressionAttributeNames");

  @Override
  public String name() {
    return "TransactGetItems";
  }

  @Override
  public void execute(Call call) {
    Request request = Request.read(call.in());
    request.checkMembers();
    List<Read> reads = new ArrayList<>();
    for (Slot slot : Objects.requireNonNull(request.slots)) {
      reads.add(Read.checkAlone(Objects.requireNonNull(slot.get)));
    }
    reads.forEach(
        read ->
            call.authorize(
                () ->
                    read.access(call.region())
                        .returnConsumedCapacity(request.returnConsumedCapacity)));
    Cancellation cancellation = new Cancellation(reads.size());
    Set<Target> targets = new HashSet<>();
    for (int i = 0; i < reads.size(); i++) {
      Read read = reads.get(i);
      read.table = Tables.resolve(call.region(), Objects.requireNonNull(read.get.tableName()));
      read.table.beforeTransaction();
      AttributeMap key = Objects.requireNonNull(read.get.key()).attributes();
      Keys.checkEmpty(read.table.definition().key(), key);
      try {
        read.key = Keys.ofKey(read.table.definition().key(), key);
        call.region().admission().requireRead(read.table, null, read.key.hash(), key);
      } catch (ServiceException refusal) {
        cancellation.note(i, refusal);
      }
      if (read.key != null && !targets.add(new Target(read.table, read.key))) {
        throw ServiceException.validation(
            "Transaction request cannot include multiple operations on one item");
      }
    }
    cancellation.check();
    readAll(reads);
    reads.forEach(
        read ->
            call.region()
                .keyUsage()
                .read(
                    Objects.requireNonNull(read.table),
                    null,
                    Objects.requireNonNull(read.get.key()).attributes()));
    respond(call, request, reads);
  }

  /** Reads under the locks of all tables, so that no write is seen in part. */
  private static void readAll(List<Read> reads) {
    List<Table> tables = reads.stream().map(read -> Objects.requireNonNull(read.table)).toList();
    List<Read> unused =
        TableLocks.holding(
            tables,
            () -> {
              for (Read read : reads) {
                read.item =
                    Objects.requireNonNull(read.table).read(Objects.requireNonNull(read.key), true);
              }
              return reads;
            });
  }

  private static void respond(Call call, Request request, List<Read> reads) {
    JsonWriter out = call.out().startObject().startArray("Responses");
    Map<String, ConsumedCapacity> capacities = new LinkedHashMap<>();
    for (Read read : reads) {
      AttributeMap item = read.item;
      out.startObject();
      if (item != null) {
        AttributeMap projected = read.projection == null ? item : read.projection.apply(item);
        if (!projected.isEmpty()) {
          out.attributes("Item", projected);
        }
      }
      out.endObject();
      Table table = Objects.requireNonNull(read.table);
      double units = TRANSACTION_FACTOR * Units.read(item == null ? 0 : item.sizeBytes(), true);
      call.region()
          .admission()
          .chargeRead(table, null, Objects.requireNonNull(read.key).hash(), units);
      capacities
          .computeIfAbsent(table.definition().name(), ConsumedCapacity::new)
          .addTableRead(units);
    }
    out.endArray();
    CapacityReport report = CapacityReport.of(request.returnConsumedCapacity);
    if (report != CapacityReport.NONE) {
      out.startArray("ConsumedCapacity");
      capacities.values().forEach(capacity -> capacity.write(report, true, out));
      out.endArray();
    }
    out.endObject();
  }

  private record Target(Table table, EntryKey key) {}

  /** One read: first only what was asked, then what was found. */
  private static final class Read {
    private final ItemRequest get;
    private final @Nullable Projection projection;
    private @Nullable Table table;
    private @Nullable EntryKey key;
    private @Nullable AttributeMap item;

    private Read(ItemRequest get, @Nullable Projection projection) {
      this.get = get;
      this.projection = projection;
    }

    AccessRequest access(Region region) {
      return ItemAccess.ofRead(
              region,
              "GetItem",
              Objects.requireNonNull(get.tableName()),
              List.of(Objects.requireNonNull(get.key()).attributes()),
              projection)
          .enclosingOperation("TransactGetItems");
    }

    static Read checkAlone(ItemRequest get) {
      Layer.OLDER.check(get.key());
      ExpressionScope scope = new ExpressionScope(get.names(), null);
      if (get.projectionExpression() == null) {
        return new Read(get, null);
      }
      Projection projection = Projection.parse(get.projectionExpression(), scope);
      scope.checkAllUsed();
      return new Read(get, projection);
    }
  }

  private static final class Slot {
    private @Nullable ItemRequest get;

    @Override
    public String toString() {
      return "TransactGetItem(get=" + (get == null ? "null" : "...") + ")";
    }
  }

  private static final class Request {
    private @Nullable List<Slot> slots;
    private @Nullable String returnConsumedCapacity;

    static Request read(JsonReader in) {
      Request request = new Request();
      in.request(
          name -> {
            switch (name) {
              case "TransactItems" -> request.slots = in.list(position -> slot(in, position));
              case "ReturnConsumedCapacity" -> request.returnConsumedCapacity = in.string();
              default -> in.skip();
            }
          });
      return request;
    }

    private static @Nullable Slot slot(JsonReader in, Position position) {
      Slot slot = new Slot();
      boolean present =
          in.structure(
              "TransactGetItem",
              position,
              name -> {
                if (name.equals("Get")) {
                  slot.get = ItemRequest.read(in, "Get", Position.MEMBER, MEMBERS);
                } else {
                  in.skip();
                }
              });
      return present ? slot : null;
    }

    void checkMembers() {
      Constraints constraints = Constraints.echoing();
      constraints.oneOf(
          "returnConsumedCapacity", returnConsumedCapacity, Choices.RETURN_CONSUMED_CAPACITY);
      constraints.required("transactItems", slots);
      if (slots != null) {
        if (slots.size() > MAX_ACTIONS) {
          constraints.violation(
              "Value at 'transactItems' failed to satisfy constraint: Member must have length less"
                  + " than or equal to "
                  + MAX_ACTIONS);
        }
        constraints.size("transactItems", slots, 1, Integer.MAX_VALUE);
        for (int i = 0; i < slots.size(); i++) {
          check(constraints, "transactItems." + (i + 1) + ".member.get", slots.get(i).get);
        }
      }
      constraints.verify();
    }

    private static void check(Constraints constraints, String path, @Nullable ItemRequest get) {
      constraints.required(path, get);
      if (get == null) {
        return;
      }
      constraints.required(path + ".key", get.key());
      constraints.required(path + ".tableName", get.tableName());
      if (get.tableName() != null && !get.tableName().startsWith("arn:")) {
        ItemMembers.resourceName(constraints, path + ".tableName", get.tableName());
      }
    }
  }
}
