package dev.assay.engine.partiql;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.capacity.CapacityReport;
import dev.assay.engine.capacity.ConsumedCapacity;
import dev.assay.engine.item.SingleWrite;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.request.Tables;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.Write;
import org.jspecify.annotations.Nullable;

/** Runs one statement of PartiQL. */
public final class ExecuteStatement implements Operation {
  private static final int MAX_TOKEN_CHARS = 32_768;

  @Override
  public String name() {
    return "ExecuteStatement";
  }

  /** What only this operation has beside the statement itself. */
  private static final class Request {
    private final StatementRequest statement = new StatementRequest("ExecuteStatementInput");
    private @Nullable String nextToken;
    private @Nullable String returnConsumedCapacity;
    private @Nullable Integer limit;

    static Request read(JsonReader in) {
      Request request = new Request();
      in.request(
          name -> {
            switch (name) {
              case "NextToken" -> request.nextToken = in.string();
              case "ReturnConsumedCapacity" -> request.returnConsumedCapacity = in.string();
              case "Limit" -> request.limit = in.integer();
              default -> request.statement.readMember(name, in);
            }
          });
      return request;
    }

    void check() {
      Constraints constraints = Constraints.echoing();
      statement.check(constraints, "");
      constraints.oneOf(
          "returnConsumedCapacity", returnConsumedCapacity, Choices.RETURN_CONSUMED_CAPACITY);
      constraints.length("nextToken", nextToken, 1, MAX_TOKEN_CHARS);
      constraints.range("limit", limit, 1, Integer.MAX_VALUE);
      constraints.verify();
    }
  }

  @Override
  public void execute(Call call) {
    Request request = Request.read(call.in());
    request.check();
    request.statement.checkParameters();
    Statement statement = request.statement.bind();
    if (statement instanceof Statement.Check) {
      throw Binder.existsElsewhere();
    }
    call.authorize(() -> StatementAccess.of(call.region(), statement));
    SelectPage.Position from =
        statement instanceof Statement.Select && request.nextToken != null
            ? NextToken.read(
                request.nextToken, request.statement.statement(), request.statement.parameters())
            : null;
    Table table = Tables.resolve(call.region(), statement.tableName());
    if (statement instanceof Statement.Select select) {
      read(call, request, select, table, from);
    } else {
      write(call, request, statement, table);
    }
  }

  private static void read(
      Call call,
      Request request,
      Statement.Select select,
      Table table,
      SelectPage.@Nullable Position from) {
    boolean consistent = request.statement.isConsistent();
    JsonWriter out = call.out();
    SelectPlan plan = SelectPlan.of(select, table, consistent);
    int limit = request.limit == null ? Integer.MAX_VALUE : request.limit;
    SelectPage page = SelectPage.read(plan, from, limit, consistent, call.region());
    out.startObject().items("Items", page.rows());
    SelectPage.Position next = page.next();
    if (next != null) {
      out.member(
          "NextToken",
          NextToken.write(next, request.statement.statement(), request.statement.parameters()));
      out.attributes("LastEvaluatedKey", next.lastKey());
    }
    finish(out, request, page.capacity());
  }

  private static void write(Call call, Request request, Statement statement, Table table) {
    Write write =
        SingleWrite.apply(
            Preparation.of(statement, table).checkTypes().write(request.statement.returnsItem()),
            call);
    ConsumedCapacity capacity = new ConsumedCapacity(table.definition().name());
    capacity.addWrite(write, 1);
    call.out().startObject().items("Items", Returned.of(statement, write));
    finish(call.out(), request, capacity);
  }

  private static void finish(JsonWriter out, Request request, ConsumedCapacity capacity) {
    capacity.writeMember(CapacityReport.of(request.returnConsumedCapacity), out);
    out.endObject();
  }
}
