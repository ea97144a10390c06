package dev.assay.engine.partiql;

import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An ExecuteTransaction request as decoded, and what is checked of it without any table. */
final class TransactionRequest {
  private static final int MAX_STATEMENTS = 100;
  private static final int MAX_TOKEN_CHARS = 36;

  private @Nullable List<StatementRequest> statements;
  private @Nullable String clientRequestToken;
  private @Nullable String returnConsumedCapacity;

  static TransactionRequest read(JsonReader in) {
    TransactionRequest request = new TransactionRequest();
    in.request(
        name -> {
          switch (name) {
            case "TransactStatements" ->
                request.statements = StatementRequest.list(in, "ParameterizedStatement");
            case "ClientRequestToken" -> request.clientRequestToken = in.string();
            case "ReturnConsumedCapacity" -> request.returnConsumedCapacity = in.string();
            default -> in.skip();
          }
        });
    return request;
  }

  List<StatementRequest> statements() {
    return statements == null ? List.of() : statements;
  }

  @Nullable String clientRequestToken() {
    return clientRequestToken;
  }

  @Nullable String returnConsumedCapacity() {
    return returnConsumedCapacity;
  }

  void checkMembers() {
    Constraints constraints = Constraints.echoing();
    constraints.length("clientRequestToken", clientRequestToken, 1, MAX_TOKEN_CHARS);
    constraints.required("transactStatements", statements);
    constraints.size("transactStatements", statements, 1, MAX_STATEMENTS);
    for (int i = 0; i < statements().size(); i++) {
      statements().get(i).check(constraints, "transactStatements." + (i + 1) + ".member.");
    }
    constraints.oneOf(
        "returnConsumedCapacity", returnConsumedCapacity, Choices.RETURN_CONSUMED_CAPACITY);
    constraints.verify();
  }

  /** What each statement means; the first problem refuses the whole request. */
  List<Statement> bind() {
    statements().forEach(StatementRequest::checkParameters);
    List<Statement> bound = new ArrayList<>();
    for (int i = 0; i < statements().size(); i++) {
      try {
        Statement statement = statements().get(i).bindForTransaction();
        checkAllowed(statement);
        bound.add(statement);
      } catch (ServiceException refusal) {
        throw failedIn(i, refusal);
      }
    }
    boolean reads = bound.stream().anyMatch(Statement::isRead);
    if (reads && !bound.stream().allMatch(Statement::isRead)) {
      throw ServiceException.validation(
          "ExecuteTransaction API does not support both read and write operations in the same"
              + " request.");
    }
    return bound;
  }

  private static void checkAllowed(Statement statement) {
    Returning returning =
        switch (statement) {
          case Statement.Update update -> update.returning();
          case Statement.Delete delete -> delete.returning();
          case Statement.Insert insert -> null;
          case Statement.Select select -> null;
          case Statement.Check check -> null;
        };
    if (returning != null) {
      throw ServiceException.validation("RETURNING clause is not supported in ExecuteTransaction.");
    }
    if (statement instanceof Statement.Select select && select.indexName() != null) {
      throw ServiceException.validation("Reads on indices are not supported within transactions.");
    }
  }

  /** The refusal of the request because of one statement. */
  static ServiceException failedIn(int statement, ServiceException refusal) {
    return refusal.type() == ErrorType.VALIDATION
        ? ServiceException.validation(
            "Validation failed in TransactStatements[" + statement + "]: " + refusal.getMessage())
        : refusal;
  }

  /** Equal for requests that ask for the same. */
  String fingerprint() {
    return statements().stream()
        .map(statement -> statement.statement() + '\n' + statement.parameters())
        .collect(Collectors.joining("\n\n"));
  }
}
