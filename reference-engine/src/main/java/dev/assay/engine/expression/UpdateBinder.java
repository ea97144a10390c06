package dev.assay.engine.expression;

import dev.assay.engine.value.AttributeType;
import dev.assay.engine.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the placeholders of an update and checks its operands: all targets first, then all
 * values, both from the last clause to the first, as the service does.
 */
final class UpdateBinder {
  private static final ExpressionKind EXPRESSION = ExpressionKind.UPDATE;
  private static final Set<AttributeType> NUMBER = Set.of(AttributeType.N);
  private static final Set<AttributeType> LIST = Set.of(AttributeType.L);
  private static final Set<AttributeType> ADDABLE =
      Set.of(AttributeType.N, AttributeType.SS, AttributeType.NS, AttributeType.BS);
  private static final Set<AttributeType> DELETABLE =
      Set.of(AttributeType.SS, AttributeType.NS, AttributeType.BS);

  private final ExpressionScope scope;
  private final OperandRules rules = new OperandRules(EXPRESSION);

  UpdateBinder(ExpressionScope scope) {
    this.scope = scope;
  }

  List<UpdateAction> bind(List<UpdateParser.Clause> clauses) {
    List<DocumentPath> targets = bindTargets(clauses);
    List<UpdateAction> actions = new ArrayList<>(clauses.size());
    for (int i = clauses.size() - 1; i >= 0; i--) {
      DocumentPath target = targets.get(clauses.size() - 1 - i);
      actions.add(
          switch (clauses.get(i)) {
            case UpdateParser.Clause.Set set ->
                new UpdateAction.Set(target, bindValue(set.value()));
            case UpdateParser.Clause.Remove remove -> new UpdateAction.Remove(target);
            case UpdateParser.Clause.Add add ->
                new UpdateAction.Add(target, bindMember("ADD", add.alias(), ADDABLE));
            case UpdateParser.Clause.Delete delete ->
                new UpdateAction.Delete(target, bindMember("DELETE", delete.alias(), DELETABLE));
          });
    }
    return actions.reversed();
  }

  /** The targets from the last to the first; no two of them overlap. */
  private List<DocumentPath> bindTargets(List<UpdateParser.Clause> clauses) {
    PathTree<Boolean> tree = new PathTree<>(EXPRESSION);
    List<DocumentPath> targets = new ArrayList<>(clauses.size());
    for (UpdateParser.Clause clause : clauses.reversed()) {
      DocumentPath target = scope.path(EXPRESSION, clause.path());
      tree.add(target, true);
      targets.add(target);
    }
    return targets;
  }

  private AttributeValue bindMember(String section, String alias, Set<AttributeType> allowed) {
    AttributeValue value = scope.value(EXPRESSION, alias);
    if (!allowed.contains(value.type())) {
      throw EXPRESSION.invalid(
          "Incorrect operand type for operator or function; operator: "
              + section
              + ", operand type: "
              + value.type().longName().replace(' ', '_').toUpperCase(Locale.ROOT)
              + ", typeSet: ALLOWED_FOR_"
              + section
              + "_OPERAND");
    }
    return value;
  }

  private UpdateValue bindValue(Syntax value) {
    return switch (value) {
      case Syntax.Path(DocumentPath path) -> new UpdateValue.Path(scope.path(EXPRESSION, path));
      case Syntax.Value(String alias) -> new UpdateValue.Literal(scope.value(EXPRESSION, alias));
      case Syntax.Call call -> bindCall(call);
      case Syntax.Arithmetic arithmetic -> bindArithmetic(arithmetic);
      default -> throw new IllegalStateException("not a value: " + value);
    };
  }

  private UpdateValue bindArithmetic(Syntax.Arithmetic arithmetic) {
    UpdateValue left = bindValue(arithmetic.left());
    UpdateValue right = bindValue(arithmetic.right());
    String operator = arithmetic.plus() ? "+" : "-";
    rules.checkType(operator, staticType(left), NUMBER);
    rules.checkType(operator, staticType(right), NUMBER);
    return arithmetic.plus()
        ? new UpdateValue.Sum(left, right)
        : new UpdateValue.Difference(left, right);
  }

  private UpdateValue bindCall(Syntax.Call call) {
    List<UpdateValue> arguments = new ArrayList<>(2);
    for (Syntax argument : call.arguments()) {
      arguments.add(bindValue(argument));
    }
    Function function = call.function();
    rules.checkCount(function, arguments.size());
    UpdateValue first = arguments.getFirst();
    UpdateValue second = arguments.getLast();
    if (function == Function.LIST_APPEND) {
      rules.checkType(function.spelling(), staticType(first), LIST);
      rules.checkType(function.spelling(), staticType(second), LIST);
      return new UpdateValue.ListAppend(first, second);
    }
    if (!(first instanceof UpdateValue.Path(DocumentPath path))) {
      throw rules.requiresPath(function);
    }
    rules.checkDistinct(
        function.spelling(),
        path,
        second instanceof UpdateValue.Path(DocumentPath other) ? other : null);
    return new UpdateValue.IfNotExists(path, second);
  }

  private static @Nullable AttributeType staticType(UpdateValue value) {
    return value instanceof UpdateValue.Literal(AttributeValue literal) ? literal.type() : null;
  }
}
