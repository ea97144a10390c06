package dev.assay.engine.partiql;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.WireValue;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.value.AttributeValue;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A statement with its parameters, as a request or one member of a list of them holds it. */
final class StatementRequest {
  private static final int MAX_STATEMENT_CHARS = 8192;

  private final String shape;
  private @Nullable String statement;
  private @Nullable List<WireValue> parameters;
  private @Nullable Boolean consistentRead;
  private @Nullable String returnValuesOnConditionCheckFailure;

  /**
   * @param shape the model's name of the structure, which echoes print
   */
  StatementRequest(String shape) {
    this.shape = shape;
  }

  /** Reads a list of statements. */
  static @Nullable List<StatementRequest> list(JsonReader in, String shape) {
    return in.list(
        position -> {
          StatementRequest request = new StatementRequest(shape);
          boolean present = in.structure(shape, position, name -> request.readMember(name, in));
          return present ? request : null;
        });
  }

  void readMember(String name, JsonReader in) {
    switch (name) {
      case "Statement" -> statement = in.string();
      case "Parameters" -> parameters = in.list(in::value);
      case "ConsistentRead" -> consistentRead = in.bool();
      case "ReturnValuesOnConditionCheckFailure" ->
          returnValuesOnConditionCheckFailure = in.string();
      default -> in.skip();
    }
  }

  /**
   * Checks the members.
   *
   * @param path where the statement stands, with a dot at its end; empty for the request itself
   */
  void check(Constraints constraints, String path) {
    constraints.required(path + "statement", statement);
    constraints.length(path + "statement", statement, 1, MAX_STATEMENT_CHARS);
    constraints.size(path + "parameters", parameters, 1, Integer.MAX_VALUE);
    constraints.oneOf(
        path + "returnValuesOnConditionCheckFailure",
        returnValuesOnConditionCheckFailure,
        Choices.RETURN_VALUES_ON_FAILURE);
  }

  /** Refuses a parameter that cannot be stored, used or not, before the statement is read. */
  void checkParameters() {
    if (parameters != null) {
      for (WireValue parameter : parameters) {
        if (parameter.problem() != null) {
          throw ServiceException.validation(NumberLiterals.textOf(parameter.problem()));
        }
      }
    }
  }

  Statement bind() {
    return Binder.bind(statement(), parameters(), Binder.existsElsewhere());
  }

  Statement bindForTransaction() {
    return Binder.bind(
        statement(),
        parameters(),
        ServiceException.validation("Unsupported operation in transaction."));
  }

  String statement() {
    return Objects.requireNonNull(statement);
  }

  List<AttributeValue> parameters() {
    return parameters == null ? List.of() : parameters.stream().map(WireValue::value).toList();
  }

  boolean isConsistent() {
    return Boolean.TRUE.equals(consistentRead);
  }

  boolean returnsItem() {
    return "ALL_OLD".equals(returnValuesOnConditionCheckFailure);
  }

  /** As echoes in error messages print it. */
  @Override
  public String toString() {
    String consistent =
        shape.equals("BatchStatementRequest") ? ", consistentRead=" + consistentRead : "";
    return shape
        + "(statement="
        + statement
        + ", parameters="
        + (parameters == null ? null : parameters.stream().map(WireValue::value).toList())
        + consistent
        + ", returnValuesOnConditionCheckFailure="
        + returnValuesOnConditionCheckFailure
        + ")";
  }
}
