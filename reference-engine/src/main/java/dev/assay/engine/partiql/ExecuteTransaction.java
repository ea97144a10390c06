package dev.assay.engine.partiql;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.capacity.CapacityReport;
import dev.assay.engine.capacity.ConsumedCapacity;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.item.PreparedWrite;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.transact.AtomicWrite;
import dev.assay.engine.transact.Cancellation;
import dev.assay.engine.transact.IdempotencyTokens;
import dev.assay.engine.transact.TableSizes;
import dev.assay.engine.transact.TokenSeal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs up to a hundred statements, all reads or all writes, at once or not at all. */
public final class ExecuteTransaction implements Operation {
  private final IdempotencyTokens tokens;

  /**
   * @param tokens of this operation alone: it shares none with other transactions
   */
  public ExecuteTransaction(IdempotencyTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public String name() {
    return "ExecuteTransaction";
  }

  @Override
  public void execute(Call call) {
    TransactionRequest request = TransactionRequest.read(call.in());
    request.checkMembers();
    List<Statement> statements = request.bind();
    for (Statement statement : statements) {
      call.authorize(
          () ->
              StatementAccess.of(call.region(), statement)
                  .enclosingOperation("ExecuteTransaction"));
    }
    if (statements.getFirst().isRead()) {
      TransactionReads reads = TransactionReads.of(call.region(), statements);
      respond(call.out(), request, reads.rows(), reads.capacities());
    } else {
      respond(call.out(), request, List.of(), write(call, request, statements));
    }
  }

  private List<ConsumedCapacity> write(
      Call call, TransactionRequest request, List<Statement> statements) {
    String token =
        request.clientRequestToken() == null
            ? null
            : call.region().name() + "/" + request.clientRequestToken();
    List<ConsumedCapacity> capacities = new ArrayList<>();
    List<TableSizes> replayed =
        tokens.runOnce(
            token,
            call.region().clock().instant(),
            request::fingerprint,
            seal -> {
              AtomicWrite write = apply(call, request, statements, seal);
              write.capacities().forEach(capacities::add);
              return write.sizes();
            });
    return replayed == null ? capacities : AtomicWrite.replayed(replayed);
  }

  private static AtomicWrite apply(
      Call call, TransactionRequest request, List<Statement> statements, TokenSeal seal) {
    Cancellation cancellation = new Cancellation(statements.size());
    TransactionTargets targets = new TransactionTargets(call.region());
    List<@Nullable PreparedWrite> writes = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      PreparedWrite write = null;
      try {
        write = targets.prepare(i, statements.get(i), request.statements().get(i).returnsItem());
      } catch (ServiceException refusal) {
        if (TransactionTargets.refusesRequest(refusal)) {
          throw refusal;
        }
        cancellation.note(i, refusal);
      }
      writes.add(write);
    }
    return AtomicWrite.of(call.region(), writes, cancellation, seal);
  }

  private static void respond(
      JsonWriter out,
      TransactionRequest request,
      List<TransactionReads.Row> rows,
      Iterable<ConsumedCapacity> capacities) {
    out.startObject().startArray("Responses");
    for (TransactionReads.Row row : rows) {
      out.startObject();
      if (row.item() != null) {
        out.attributes("Item", row.item());
      }
      out.endObject();
    }
    out.endArray();
    CapacityReport report = CapacityReport.of(request.returnConsumedCapacity());
    if (report != CapacityReport.NONE) {
      out.startArray("ConsumedCapacity");
      capacities.forEach(capacity -> capacity.write(report, true, out));
      out.endArray();
    }
    out.endObject();
  }
}
