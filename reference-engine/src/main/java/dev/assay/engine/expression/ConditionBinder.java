package dev.assay.engine.expression;

import dev.assay.engine.value.AttributeType;
import dev.assay.engine.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the placeholders of a condition and checks its operands: operands before their operator,
 * left before right, and nothing of a later operator before an earlier one is done (fact 60).
 */
final class ConditionBinder {
  /** Most values that IN takes. */
  private static final int MAX_CANDIDATES = 100;

  private final ExpressionKind expression;
  private final ExpressionScope scope;
  private final OperandRules rules;

  ConditionBinder(ExpressionKind expression, ExpressionScope scope) {
    this.expression = expression;
    this.scope = scope;
    this.rules = new OperandRules(expression);
  }

  Condition bind(Syntax condition) {
    return switch (condition) {
      case Syntax.And and -> new Condition.And(bind(and.left()), bind(and.right()));
      case Syntax.Or or -> new Condition.Or(bind(or.left()), bind(or.right()));
      case Syntax.Not(Syntax negated, int count) -> bindNot(negated, count);
      case Syntax.Compare compare -> bindCompare(compare);
      case Syntax.Between between -> bindBetween(between);
      case Syntax.In in -> bindIn(in);
      case Syntax.Call call -> bindCall(call);
      case Syntax.Path path -> throw notACondition(path);
      case Syntax.Value value -> throw notACondition(value);
      case Syntax.Arithmetic arithmetic -> throw notACondition(arithmetic);
    };
  }

  /** Two NOTs cancel each other, but a key condition must still see that there are some. */
  private Condition bindNot(Syntax negated, int count) {
    Condition condition = new Condition.Not(bind(negated));
    return count % 2 == 0 ? new Condition.Not(condition) : condition;
  }

  private Condition bindCompare(Syntax.Compare compare) {
    Operand left = bindOperand(compare.left());
    Operand right = bindOperand(compare.right());
    String operator = compare.comparison().symbol();
    if (compare.comparison().isOrdering()) {
      rules.checkType(operator, left.staticType(), OperandRules.ORDERED);
      rules.checkType(operator, right.staticType(), OperandRules.ORDERED);
    }
    checkDistinct(operator, left, List.of(right));
    return new Condition.Compare(compare.comparison(), left, right);
  }

  private Condition bindBetween(Syntax.Between between) {
    Operand operand = bindOperand(between.operand());
    Operand lower = bindOperand(between.lower());
    Operand upper = bindOperand(between.upper());
    for (Operand each : List.of(operand, lower, upper)) {
      rules.checkType("BETWEEN", each.staticType(), OperandRules.ORDERED);
    }
    checkDistinct("BETWEEN", operand, List.of(lower, upper));
    if (lower instanceof Operand.Literal(AttributeValue from)
        && upper instanceof Operand.Literal(AttributeValue to)) {
      rules.checkBounds(from, to);
    }
    return new Condition.Between(operand, lower, upper);
  }

  private Condition bindIn(Syntax.In in) {
    Operand operand = bindOperand(in.operand());
    List<Operand> candidates = bindAll(in.candidates());
    checkDistinct("IN", operand, candidates);
    if (candidates.size() > MAX_CANDIDATES) {
      throw expression.invalid(
          "The IN operator is provided with too many operands; number of operands: "
              + candidates.size());
    }
    return new Condition.In(operand, candidates);
  }

  private Condition bindCall(Syntax.Call call) {
    Function function = call.function();
    List<Operand> arguments = bindAll(call.arguments());
    rules.checkCount(function, arguments.size());
    Operand first = arguments.getFirst();
    Operand last = arguments.getLast();
    switch (function) {
      case ATTRIBUTE_EXISTS -> {
        return new Condition.AttributeExists(requirePath(function, first));
      }
      case ATTRIBUTE_NOT_EXISTS -> {
        return new Condition.AttributeNotExists(requirePath(function, first));
      }
      case BEGINS_WITH -> {
        rules.checkType(function.spelling(), first.staticType(), OperandRules.PREFIXED);
        rules.checkType(function.spelling(), last.staticType(), OperandRules.PREFIXED);
        checkDistinct(function.spelling(), first, List.of(last));
        return new Condition.BeginsWith(first, last);
      }
      case CONTAINS -> {
        checkDistinct(function.spelling(), first, List.of(last));
        return new Condition.Contains(first, last);
      }
      case ATTRIBUTE_TYPE -> {
        checkDistinct(function.spelling(), first, List.of(last));
        return new Condition.HasType(first, requireTypeName(function, last));
      }
      case SIZE, IF_NOT_EXISTS, LIST_APPEND -> throw notACondition(call);
    }
    throw notACondition(call);
  }

  private List<Operand> bindAll(List<Syntax> operands) {
    List<Operand> bound = new ArrayList<>(operands.size());
    for (Syntax operand : operands) {
      bound.add(bindOperand(operand));
    }
    return bound;
  }

  private Operand bindOperand(Syntax operand) {
    return switch (operand) {
      case Syntax.Path(DocumentPath path) -> new Operand.Path(scope.path(expression, path));
      case Syntax.Value(String alias) -> new Operand.Literal(scope.value(expression, alias));
      case Syntax.Call call -> bindSize(call);
      default -> throw new IllegalStateException("not an operand: " + operand);
    };
  }

  private Operand bindSize(Syntax.Call call) {
    List<Operand> arguments = bindAll(call.arguments());
    rules.checkCount(Function.SIZE, arguments.size());
    Operand argument = arguments.getFirst();
    rules.checkType(Function.SIZE.spelling(), argument.staticType(), OperandRules.SIZED);
    return new Operand.Size(argument);
  }

  private DocumentPath requirePath(Function function, Operand operand) {
    DocumentPath path = pathOf(operand);
    if (path == null) {
      throw rules.requiresPath(function);
    }
    return path;
  }

  private AttributeType requireTypeName(Function function, Operand operand) {
    if (operand instanceof Operand.Literal(AttributeValue value)
        && value instanceof AttributeValue.S(String name)) {
      return AttributeType.of(name)
          .orElseThrow(
              () ->
                  expression.invalid(
                      "Invalid attribute type name found; type: "
                          + name
                          + ", valid types: {"
                          + OperandRules.ALL_TYPES
                          + "}"));
    }
    AttributeType type = operand.staticType();
    throw rules.incorrectType(
        function.spelling(), type == null ? "{" + OperandRules.PATH_TYPES + "}" : type.name());
  }

  private void checkDistinct(String operator, Operand first, List<Operand> others) {
    DocumentPath path = pathOf(first);
    if (path != null) {
      for (Operand other : others) {
        rules.checkDistinct(operator, path, pathOf(other));
      }
    }
  }

  private static @Nullable DocumentPath pathOf(Operand operand) {
    return operand instanceof Operand.Path(DocumentPath path) ? path : null;
  }

  /** The parser lets nothing through that would end here. */
  private static IllegalStateException notACondition(Syntax syntax) {
    return new IllegalStateException("not a condition: " + syntax);
  }
}
