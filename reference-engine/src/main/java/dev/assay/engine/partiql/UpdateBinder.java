package dev.assay.engine.partiql;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.DocumentPath;
import dev.assay.engine.expression.UpdateAction;
import dev.assay.engine.expression.UpdateExpression;
import dev.assay.engine.expression.UpdateValue;
import dev.assay.engine.value.AttributeType;
import dev.assay.engine.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns screened SET and REMOVE clauses into an update. */
final class UpdateBinder {
  private static final Set<AttributeType> NUMBER = Set.of(AttributeType.N);
  private static final Set<AttributeType> LIST = Set.of(AttributeType.L);

  private final Literals literals;
  private final Screening screening;

  UpdateBinder(Literals literals, Screening screening) {
    this.literals = literals;
    this.screening = screening;
  }

  UpdateExpression bind(List<Query.Change> changes) {
    PathOverlaps overlaps = new PathOverlaps();
    List<DocumentPath> targets = new ArrayList<>(changes.size());
    for (Query.Change change : changes) {
      targets.add(Paths.of(change.target()));
      if (change.value() != null) {
        screening.checkAssigned(change.value());
      }
    }
    List<UpdateAction> actions = new ArrayList<>(changes.size());
    for (int i = 0; i < changes.size(); i++) {
      actions.add(action(targets.get(i), changes.get(i).value()));
    }
    targets.forEach(overlaps::add);
    return new UpdateExpression(actions);
  }

  private UpdateAction action(DocumentPath target, @Nullable Node value) {
    if (value == null) {
      return new UpdateAction.Remove(target);
    }
    if (value instanceof Node.Call call) {
      Functions function = Functions.of(call);
      if (function != null && function.changesSets()) {
        return setAction(target, call, function);
      }
    }
    return new UpdateAction.Set(target, value(value));
  }

  private UpdateAction setAction(DocumentPath target, Node.Call call, Functions function) {
    List<Node> arguments = call.arguments();
    if (arguments.size() != function.arity()) {
      throw Refusals.at(function + " must have exactly two arguments", call.token());
    }
    Node first = arguments.getFirst();
    if (!Paths.isPath(first) || !Paths.of(first).equals(target)) {
      throw ServiceException.validation(
          "The first argument to " + function + " must equal the assignment value");
    }
    Node second = arguments.getLast();
    AttributeValue members = Literals.isValue(second) ? literals.read(second) : null;
    if (members == null || !members.type().isSet()) {
      throw Refusals.at(
          "The second argument to " + function + " must be a value with type SET", first.token());
    }
    return function == Functions.SET_ADD
        ? new UpdateAction.Add(target, members)
        : new UpdateAction.Delete(target, members);
  }

  private UpdateValue value(Node node) {
    if (Paths.isPath(node)) {
      return new UpdateValue.Path(Paths.of(node));
    }
    if (Literals.isValue(node)) {
      return new UpdateValue.Literal(literals.read(node));
    }
    return switch (node) {
      case Node.Infix infix -> arithmetic(infix);
      case Node.Call call -> call(call);
      case Node.Signed signed -> throw OperandChecks.incorrectCount(signed.token().text(), 1);
      case Node.Not not -> throw unsupported("not");
      case Node.Is is -> throw unsupported("is");
      default -> throw new IllegalStateException("screened out: " + node);
    };
  }

  private static ServiceException unsupported(String operator) {
    return ServiceException.validation(
        "Unsupported operator in Update Expression. Operator: " + operator);
  }

  private UpdateValue arithmetic(Node.Infix infix) {
    Operator operator = infix.operator();
    if (operator != Operator.PLUS && operator != Operator.MINUS) {
      throw unsupported(operator.symbol());
    }
    UpdateValue left = value(infix.first());
    UpdateValue right = value(infix.operands().getLast());
    OperandChecks.checkType(operator.symbol(), staticType(left), NUMBER);
    OperandChecks.checkType(operator.symbol(), staticType(right), NUMBER);
    return operator == Operator.PLUS
        ? new UpdateValue.Sum(left, right)
        : new UpdateValue.Difference(left, right);
  }

  private UpdateValue call(Node.Call call) {
    Functions function = Functions.of(call);
    if (function == null || !function.isForUpdates()) {
      throw ServiceException.validation(
          "The function is not allowed in an update expression; function: "
              + (function == null ? call.name() : function.spelling()));
    }
    List<UpdateValue> arguments = call.arguments().stream().map(this::value).toList();
    OperandChecks.checkCount(function, arguments.size());
    UpdateValue first = arguments.getFirst();
    UpdateValue second = arguments.getLast();
    if (function == Functions.LIST_APPEND) {
      OperandChecks.checkType(function.spelling(), staticType(first), LIST);
      OperandChecks.checkType(function.spelling(), staticType(second), LIST);
      return new UpdateValue.ListAppend(first, second);
    }
    if (!(first instanceof UpdateValue.Path(DocumentPath path))) {
      throw OperandChecks.requiresPath(function);
    }
    return new UpdateValue.IfNotExists(path, second);
  }

  private static @Nullable AttributeType staticType(UpdateValue value) {
    return value instanceof UpdateValue.Literal(AttributeValue literal) ? literal.type() : null;
  }
}
