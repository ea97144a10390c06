package dev.assay.engine.partiql;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.capacity.CapacityReport;
import dev.assay.engine.capacity.ConsumedCapacity;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs up to 25 statements that are all reads or all writes, each of which may fail by itself. */
public final class BatchExecuteStatement implements Operation {
  private static final int MAX_STATEMENTS = 25;

  @Override
  public String name() {
    return "BatchExecuteStatement";
  }

  /** The request as decoded. */
  private static final class Request {
    private @Nullable List<StatementRequest> statements;
    private @Nullable String returnConsumedCapacity;

    private List<StatementRequest> checked() {
      Constraints constraints = Constraints.echoing();
      constraints.oneOf(
          "returnConsumedCapacity", returnConsumedCapacity, Choices.RETURN_CONSUMED_CAPACITY);
      constraints.required("statements", statements);
      constraints.size("statements", statements, 1, MAX_STATEMENTS);
      List<StatementRequest> checked = statements == null ? List.of() : statements;
      for (int i = 0; i < checked.size(); i++) {
        checked.get(i).check(constraints, "statements." + (i + 1) + ".member.");
      }
      constraints.verify();
      return checked;
    }
  }

  @Override
  public void execute(Call call) {
    Request request = new Request();
    call.in()
        .request(
            name -> {
              switch (name) {
                case "Statements" ->
                    request.statements = StatementRequest.list(call.in(), "BatchStatementRequest");
                case "ReturnConsumedCapacity" ->
                    request.returnConsumedCapacity = call.in().string();
                default -> call.in().skip();
              }
            });
    List<BatchMember> members =
        request.checked().stream().map(statement -> BatchMember.prepare(statement, call)).toList();
    checkTogether(members);
    Map<String, ConsumedCapacity> capacities = new TreeMap<>();
    members.forEach(member -> member.run(call, capacities));
    // A table where every statement failed is left out of the report (fact 108).
    capacities
        .keySet()
        .retainAll(
            members.stream()
                .map(BatchMember::servedTable)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    respond(call.out(), members, CapacityReport.of(request.returnConsumedCapacity), capacities);
  }

  /** What is refused of the batch as a whole; members that have failed take no part in it. */
  private static void checkTogether(List<BatchMember> members) {
    if (members.stream().anyMatch(BatchMember::isRead)
        && members.stream().anyMatch(BatchMember::isWrite)) {
      throw ServiceException.validation(
          "Read and write requests together in the same batch is not supported.");
    }
    Set<BatchMember.Target> targets = new HashSet<>();
    for (BatchMember member : members) {
      if (member.target() != null && !targets.add(member.target())) {
        throw ServiceException.validation("Provided list of item keys contains duplicates");
      }
    }
  }

  private static void respond(
      JsonWriter out,
      List<BatchMember> members,
      CapacityReport report,
      Map<String, ConsumedCapacity> capacities) {
    out.startObject().startArray("Responses");
    members.forEach(member -> member.write(out));
    out.endArray();
    if (report != CapacityReport.NONE) {
      out.startArray("ConsumedCapacity");
      capacities.values().forEach(capacity -> capacity.write(report, false, out));
      out.endArray();
    }
    out.endObject();
  }
}
