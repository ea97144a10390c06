package dev.assay.engine.transact;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.capacity.CapacityReport;
import dev.assay.engine.capacity.ConsumedCapacity;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.item.ItemCollection;
import dev.assay.engine.item.PreparedWrite;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.store.EntryKey;
import dev.assay.engine.store.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes up to a hundred items at once or not at all. */
public final class TransactWriteItems implements Operation {
  /** Most bytes of items that one transaction may hold. */
  private static final long MAX_PAYLOAD_BYTES = 4L * 1024 * 1024;

  private final IdempotencyTokens tokens;

  public TransactWriteItems(IdempotencyTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public String name() {
    return "TransactWriteItems";
  }

  @Override
  public void execute(Call call) {
    TransactWriteRequest request = TransactWriteRequest.read(call.in());
    request.checkMembers();
    List<TransactAction> actions = request.actions();
    checkPayload(actions.stream().mapToLong(TransactAction::payloadBytes).sum());
    actions.forEach(
        action ->
            call.authorize(
                () ->
                    action
                        .access(call.region())
                        .returnConsumedCapacity(request.returnConsumedCapacity())));
    String token =
        request.clientRequestToken() == null
            ? null
            : call.region().name() + "/" + request.clientRequestToken();
    List<PreparedWrite> applied = new ArrayList<>();
    List<ConsumedCapacity> capacities = new ArrayList<>();
    List<TableSizes> replayed =
        tokens.runOnce(
            token,
            call.region().clock().instant(),
            () -> TransactWriteRequest.fingerprint(actions),
            seal -> {
              AtomicWrite write = run(call, actions, applied, seal);
              write.capacities().forEach(capacities::add);
              return write.sizes();
            });
    if (replayed != null) {
      capacities.addAll(AtomicWrite.replayed(replayed));
    }
    respond(call, request, applied, capacities);
  }

  private static AtomicWrite run(
      Call call, List<TransactAction> actions, List<PreparedWrite> applied, TokenSeal seal) {
    Cancellation cancellation = new Cancellation(actions.size());
    List<@Nullable PreparedWrite> writes = new ArrayList<>();
    Set<Target> targets = new HashSet<>();
    for (int i = 0; i < actions.size(); i++) {
      TransactAction action = actions.get(i);
      Table table = action.table(call.region());
      action.refuseEmptyKey(table);
      PreparedWrite write = null;
      try {
        write = action.prepare(table);
      } catch (ServiceException refusal) {
        cancellation.note(i, refusal);
      }
      if (write != null && !targets.add(new Target(table, write.key()))) {
        throw ServiceException.validation(
            "Transaction request cannot include multiple operations on one item");
      }
      writes.add(write);
    }
    AtomicWrite result = AtomicWrite.of(call.region(), writes, cancellation, seal);
    writes.stream().filter(Objects::nonNull).forEach(applied::add);
    return result;
  }

  private record Target(Table table, EntryKey key) {}

  private static void respond(
      Call call,
      TransactWriteRequest request,
      List<PreparedWrite> applied,
      List<ConsumedCapacity> capacities) {
    JsonWriter out = call.out().startObject();
    CapacityReport report = CapacityReport.of(request.returnConsumedCapacity());
    if (report != CapacityReport.NONE) {
      out.startArray("ConsumedCapacity");
      capacities.forEach(capacity -> capacity.write(report, true, out));
      out.endArray();
    }
    if ("SIZE".equals(request.returnItemCollectionMetrics())) {
      ItemCollection.writeByTable(applied, out);
    }
    out.endObject();
  }

  private static void checkPayload(long bytes) {
    if (bytes > MAX_PAYLOAD_BYTES) {
      throw ServiceException.validation(
          "Transaction payload size cannot exceed 4MB. Payload Size: " + bytes);
    }
  }
}
