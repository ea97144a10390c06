package dev.assay.engine.partiql;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.Condition;
import dev.assay.engine.expression.UpdateExpression;
import dev.assay.engine.item.ItemMembers;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what a parsed statement means. */
final class Binder {
  private final Literals literals;
  private final Screening screening;
  private final ServiceException loneOperation;

  private Binder(List<AttributeValue> parameters, ServiceException loneOperation) {
    this.loneOperation = loneOperation;
    this.literals = new Literals(parameters);
    this.screening = new Screening(literals);
  }

  /**
   * Parses and binds a statement.
   *
   * @param parameters for its question marks; more than those are accepted
   * @param loneOperation the refusal of an operation in the place of a statement
   * @throws ServiceException with the first problem that can be told without the table
   */
  static Statement bind(
      String text, List<AttributeValue> parameters, ServiceException loneOperation) {
    StatementParser.Parsed parsed = StatementParser.parse(text);
    if (parsed.parameters() > parameters.size()) {
      throw ServiceException.validation(
          "Number of parameters in request and statement don't match.");
    }
    return new Binder(parameters, loneOperation).bind(parsed.query());
  }

  private Statement bind(Query query) {
    return switch (query) {
      case Query.Select select -> bindSelect(select);
      case Query.Insert insert -> bindInsert(insert);
      case Query.Update update -> bindUpdate(update);
      case Query.Delete delete -> bindDelete(delete);
      case Query.Expression(Node node) -> bindExpression(node);
    };
  }

  static ServiceException aliasing() {
    return ServiceException.validation("Aliasing is not supported");
  }

  private Statement bindExpression(Node node) {
    if (node instanceof Node.Call call
        && call.name().equals("exists")
        && call.arguments().size() == 1
        && call.arguments().getFirst() instanceof Node.Subquery(Token token, Query.Select select)) {
      return new Statement.Check(bindSelect(select));
    }
    boolean operation =
        node instanceof Node.Call
            || node instanceof Node.Infix
            || node instanceof Node.Not
            || node instanceof Node.Signed
            || node instanceof Node.Is;
    throw operation
        ? loneOperation
        : ServiceException.validation("Unsupported operation: " + NodeNames.of(node));
  }

  static ServiceException existsElsewhere() {
    return ServiceException.validation(
        "EXISTS can only be used in ExecuteTransaction write requests.");
  }

  private Statement.Select bindSelect(Query.Select select) {
    if (select.refusal() != null) {
      throw ServiceException.validation(select.refusal());
    }
    TableName name = TableName.ofSelect(select.source());
    Columns columns = select.items() == null ? null : Columns.of(select.items());
    Condition where = bindWhere(select.where(), select.operators());
    checkOrder(select);
    return new Statement.Select(name.table(), name.index(), columns, where, select.orderBy());
  }

  private static void checkOrder(Query.Select select) {
    if (select.orderBy() != null && select.where() == null) {
      throw ServiceException.validation(
          "Must have WHERE clause in the statement when using ORDER BY clause.");
    }
  }

  private @Nullable Condition bindWhere(@Nullable Node where, int operators) {
    Screening.checkOperators(operators);
    if (where == null) {
      return null;
    }
    screening.check(where);
    return new ConditionBinder(literals).bind(where);
  }

  private Statement bindInsert(Query.Insert insert) {
    if (insert.refusal() != null || insert.value() == null) {
      throw ServiceException.validation(String.valueOf(insert.refusal()));
    }
    if (!(insert.target() instanceof Node.Name(Token table))) {
      throw ServiceException.validation(
          "FROM clause may only contain a single table name in data manipulation statements");
    }
    if (!(insert.value() instanceof Node.Struct struct)) {
      throw Refusals.at(
          "Unsupported format in item expression. Please use struct format {...} to express item"
              + " values for insert statement.",
          insert.value().token());
    }
    TableName name = TableName.checked(table.text(), null);
    AttributeMap item = literals.readItem(struct);
    return new Statement.Insert(name.table(), item);
  }

  private Statement bindUpdate(Query.Update update) {
    if (update.source() == null) {
      throw ServiceException.validation("Only select from a single table or index is supported.");
    }
    Condition where = bindWhere(update.where(), update.operators());
    UpdateExpression changes = new UpdateBinder(literals, screening).bind(update.changes());
    TableName name = TableName.ofWrite(update.source());
    return new Statement.Update(name.table(), changes, where, returning(update.returns()));
  }

  private Statement bindDelete(Query.Delete delete) {
    Condition where = bindWhere(delete.where(), delete.operators());
    TableName name = TableName.ofWrite(delete.source());
    Returning returning = returning(delete.returns());
    if (returning != null && returning != Returning.ALL_OLD) {
      throw ServiceException.validation(
          "Invalid returning clause: RETURNING "
              + returning.text()
              + " *. Only RETURNING ALL OLD * is allowed in DELETE statements.");
    }
    return new Statement.Delete(name.table(), where, returning);
  }

  private static @Nullable Returning returning(Query.@Nullable Returns returns) {
    if (returns == null) {
      return null;
    }
    if (!returns.single()) {
      throw ServiceException.validation(
          "Invalid syntax with multiple returning elements in RETURNING clause");
    }
    if (!returns.wildcard()) {
      throw ServiceException.validation(
          "Expected '*' after ( MODIFIED | ALL ) ( NEW | OLD ) in RETURNING clause");
    }
    return returns.what();
  }

  /** A table and maybe one of its indexes, as a statement names them. */
  record TableName(String table, @Nullable String index) {

    static TableName ofSelect(Query.Source source) {
      if (source.joined()) {
        throw ServiceException.validation("Only select from a single table or index is supported.");
      }
      if (source.aliased()) {
        throw aliasing();
      }
      return of(source.node());
    }

    static TableName ofWrite(Query.Source source) {
      if (source.joined()) {
        throw ServiceException.validation("Only select from a single table or index is supported.");
      }
      if (source.aliased()) {
        throw aliasing();
      }
      TableName name = of(source.node());
      if (name.index() != null) {
        throw ServiceException.validation("This operation is not supported on an index");
      }
      return name;
    }

    private static TableName of(Node node) {
      return switch (node) {
        case Node.Name(Token token) -> checked(token.text(), null);
        case Node.Path(Node root, List<Node.Step> steps) -> ofPath(root, steps);
        default -> throw ServiceException.validation("Unexpected from source");
      };
    }

    private static TableName ofPath(Node root, List<Node.Step> steps) {
      if (!(root instanceof Node.Name(Token table))) {
        throw ServiceException.validation("Unexpected from source");
      }
      for (Node.Step step : steps) {
        switch (step) {
          case Node.Step.Dot dot -> {}
          case Node.Step.Index index ->
              throw ServiceException.validation("Invalid list expression in source.");
          case Node.Step.Star star ->
              throw Refusals.at(
                  "Unpivot path component like a.*.b are not supported", star.token());
          case Node.Step.Wildcard wildcard ->
              throw Refusals.at(
                  "Wildcard path component like a[*].b are not supported", wildcard.token());
        }
      }
      if (steps.size() > 1) {
        throw ServiceException.validation(
            "A path may contain at most 2 components in the FROM clause");
      }
      return checked(table.text(), steps.getFirst().token().text());
    }

    static TableName checked(String table, @Nullable String index) {
      if (table.isEmpty() || (index != null && index.isEmpty())) {
        throw Refusals.emptyName();
      }
      boolean arn = table.startsWith("arn:");
      if (!arn
          && (table.length() < 3 || table.length() > 255 || !ItemMembers.isResourceName(table))) {
        throw ServiceException.validation(
            "Table name should be within the length [3, 255] and only contain 'a-z', 'A-Z',"
                + " '0-9', '-', '_', '.'.");
      }
      return new TableName(table, index);
    }
  }
}
