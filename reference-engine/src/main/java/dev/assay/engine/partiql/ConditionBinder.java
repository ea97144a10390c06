package dev.assay.engine.partiql;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.Comparison;
import dev.assay.engine.expression.Condition;
import dev.assay.engine.expression.DocumentPath;
import dev.assay.engine.expression.Operand;
import dev.assay.engine.value.AttributeType;
import dev.assay.engine.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;

/** Turns a screened WHERE clause into a condition, and checks operands as it goes. */
final class ConditionBinder {
  private static final int MAX_CANDIDATES = 100;
  private static final String IN_OPERANDS =
      "IN operator must have a left hand argument of type Variable Reference and right hand"
          + " argument of type Seq with at least one member";
  private static final String NOT_BOOLEAN =
      "WHERE clause must contain an expression that resolves to a boolean";

  /** What an expression means: something that holds or does not, or a value. */
  private sealed interface Meaning {
    record Holds(Condition condition) implements Meaning {}

    record Value(Operand operand) implements Meaning {}
  }

  private final Literals literals;
  private final FunctionBinder functions;

  ConditionBinder(Literals literals) {
    this.literals = literals;
    this.functions = new FunctionBinder(this::operand);
  }

  Condition bind(Node clause) {
    return condition(clause, NOT_BOOLEAN);
  }

  private Condition condition(Node node, String otherwise) {
    if (meaning(node) instanceof Meaning.Holds(Condition condition)) {
      return condition;
    }
    throw ServiceException.validation(otherwise);
  }

  private Meaning meaning(Node node) {
    return switch (node) {
      case Node.Name name -> path(name);
      case Node.Path path -> path(path);
      case Node.Not not ->
          new Meaning.Holds(
              new Condition.Not(
                  condition(not.operand(), "The argument to NOT must be a Type or Expression")));
      case Node.Infix infix -> new Meaning.Holds(infix(infix));
      case Node.Is is -> new Meaning.Holds(TypeTests.bind(is, literals));
      case Node.Call call ->
          Functions.of(call) == Functions.SIZE
              ? new Meaning.Value(functions.size(call))
              : new Meaning.Holds(functions.condition(call));
      case Node.Signed signed -> throw unsupported(signed.token().text());
      case Node.Literal literal -> value(literal);
      case Node.Parameter parameter -> value(parameter);
      case Node.Sequence sequence -> value(sequence);
      case Node.Struct struct -> value(struct);
      case Node.Subquery subquery -> throw new IllegalStateException("screened out");
      case Node.Unsupported unsupported -> throw new IllegalStateException("screened out");
    };
  }

  private static Meaning path(Node node) {
    return new Meaning.Value(new Operand.Path(Paths.of(node)));
  }

  private Meaning value(Node node) {
    return new Meaning.Value(new Operand.Literal(literals.read(node)));
  }

  private static ServiceException unsupported(String operator) {
    return ServiceException.validation(
        "Unsupported operator in Condition Expression. Operator: " + operator);
  }

  private Condition infix(Node.Infix infix) {
    return switch (infix.operator()) {
      case AND ->
          new Condition.And(
              condition(infix.first(), NOT_BOOLEAN),
              condition(infix.operands().getLast(), NOT_BOOLEAN));
      case OR ->
          new Condition.Or(
              condition(infix.first(), NOT_BOOLEAN),
              condition(infix.operands().getLast(), NOT_BOOLEAN));
      case IN -> in(infix);
      case BETWEEN -> between(infix);
      default -> {
        Comparison comparison = infix.operator().comparison();
        if (comparison == null) {
          throw unsupported(infix.operator().symbol());
        }
        yield compare(comparison, infix);
      }
    };
  }

  private Condition compare(Comparison comparison, Node.Infix infix) {
    Meaning left = meaning(infix.first());
    Meaning right = meaning(infix.operands().getLast());
    String symbol = comparison.symbol();
    if (comparison.isOrdering()) {
      checkOrdered(symbol, left);
      checkOrdered(symbol, right);
    }
    if (left instanceof Meaning.Value(Operand a) && right instanceof Meaning.Value(Operand b)) {
      OperandChecks.checkDistinct(symbol, a, List.of(b));
      Condition compare = new Condition.Compare(comparison, a, b);
      return comparison == Comparison.NOT_EQUAL ? whereBothExist(compare, a, b) : compare;
    }
    Condition same = same(left, right);
    return comparison == Comparison.EQUAL ? same : new Condition.Not(same);
  }

  /** Unlike in expressions, what is absent is not unequal either (fact 164). */
  private static Condition whereBothExist(Condition compare, Operand left, Operand right) {
    Condition condition = compare;
    if (left instanceof Operand.Path(DocumentPath path)) {
      condition = new Condition.And(condition, new Condition.AttributeExists(path));
    }
    if (right instanceof Operand.Path(DocumentPath path)) {
      condition = new Condition.And(condition, new Condition.AttributeExists(path));
    }
    return condition;
  }

  private static void checkOrdered(String operator, Meaning meaning) {
    AttributeType type =
        switch (meaning) {
          case Meaning.Holds holds -> AttributeType.BOOL;
          case Meaning.Value(Operand operand) -> operand.staticType();
        };
    OperandChecks.checkType(operator, type, OperandChecks.ORDERED);
  }

  /** Equality where at least one side is itself a condition, and so the boolean that it is. */
  private static Condition same(Meaning left, Meaning right) {
    return switch (left) {
      case Meaning.Holds(Condition a) ->
          switch (right) {
            case Meaning.Holds(Condition b) ->
                new Condition.Or(
                    new Condition.And(a, b),
                    new Condition.And(new Condition.Not(a), new Condition.Not(b)));
            case Meaning.Value(Operand b) -> isTheBoolean(a, b);
          };
      case Meaning.Value(Operand a) ->
          switch (right) {
            case Meaning.Holds(Condition b) -> isTheBoolean(b, a);
            case Meaning.Value(Operand b) -> new Condition.Compare(Comparison.EQUAL, a, b);
          };
    };
  }

  private static Condition isTheBoolean(Condition condition, Operand value) {
    return new Condition.Or(
        new Condition.And(condition, equalTo(value, true)),
        new Condition.And(new Condition.Not(condition), equalTo(value, false)));
  }

  private static Condition equalTo(Operand operand, boolean value) {
    return new Condition.Compare(
        Comparison.EQUAL, operand, new Operand.Literal(AttributeValue.Bool.of(value)));
  }

  private Condition in(Node.Infix infix) {
    if (!(infix.operands().getLast() instanceof Node.Sequence sequence)
        || sequence.elements().isEmpty()) {
      throw ServiceException.validation(IN_OPERANDS);
    }
    Meaning operand = meaning(infix.first());
    List<Meaning> candidates = new ArrayList<>();
    List<Operand> values = new ArrayList<>();
    for (Node element : sequence.elements()) {
      Meaning candidate = meaning(element);
      candidates.add(candidate);
      if (candidate instanceof Meaning.Value(Operand value)) {
        values.add(value);
      }
    }
    if (operand instanceof Meaning.Value(Operand value)) {
      OperandChecks.checkDistinct("IN", value, values);
    }
    if (candidates.size() > MAX_CANDIDATES) {
      throw ServiceException.validation(
          "The IN operator is provided with too many operands; number of operands: "
              + candidates.size());
    }
    if (operand instanceof Meaning.Value(Operand value) && values.size() == candidates.size()) {
      return new Condition.In(value, values);
    }
    return candidates.stream()
        .map(candidate -> same(operand, candidate))
        .reduce(Condition.Or::new)
        .orElseThrow();
  }

  private Condition between(Node.Infix infix) {
    List<Operand> operands = new ArrayList<>(3);
    for (Node node : infix.operands()) {
      Meaning meaning = meaning(node);
      checkOrdered("BETWEEN", meaning);
      if (meaning instanceof Meaning.Value(Operand operand)) {
        operands.add(operand);
      }
    }
    OperandChecks.checkDistinct("BETWEEN", operands.getFirst(), operands.subList(1, 3));
    if (operands.get(1) instanceof Operand.Literal(AttributeValue lower)
        && operands.get(2) instanceof Operand.Literal(AttributeValue upper)) {
      OperandChecks.checkBounds(lower, upper);
    }
    return new Condition.Between(operands.get(0), operands.get(1), operands.get(2));
  }

  /** An argument of a function; a condition is a boolean, of which no function takes one. */
  private Operand operand(Node node) {
    return switch (meaning(node)) {
      case Meaning.Value(Operand operand) -> operand;
      case Meaning.Holds holds -> new Operand.Literal(AttributeValue.Bool.TRUE);
    };
  }
}
