package dev.assay.engine.partiql;

import dev.assay.engine.error.ServiceException;
import java.util.Locale;
import java.util.Set;

/**
 * What the service looks for in a clause before it looks at any operand, in the order written:
 * functions, types and subqueries that it does not know, and values that it cannot store. After
 * that comes MISSING where it has no meaning.
 */
final class Screening {
  private static final Set<String> TESTABLE_TYPES =
      Set.of("missing", "null", "boolean", "blob", "string", "numeric", "struct", "tuple", "list");

  private final Literals literals;

  Screening(Literals literals) {
    this.literals = literals;
  }

  /** Screens a WHERE clause. */
  void check(Node clause) {
    checkKnown(clause);
    checkMissing(clause);
  }

  /** Screens what an assignment assigns; there the functions on sets are known. */
  void checkAssigned(Node value) {
    if (value instanceof Node.Call call && isSetFunction(call)) {
      call.arguments().forEach(this::checkKnown);
    } else {
      checkKnown(value);
    }
    checkMissing(value);
  }

  private static boolean isSetFunction(Node.Call call) {
    Functions function = Functions.of(call);
    return function != null && function.changesSets();
  }

  private void checkKnown(Node node) {
    switch (node) {
      case Node.Call call -> {
        checkFunction(call);
        call.arguments().forEach(this::checkKnown);
      }
      case Node.Is is -> {
        checkKnown(is.operand());
        checkType(is);
      }
      case Node.Subquery subquery ->
          throw Refusals.at("Unsupported token in expression: SELECT", subquery.token());
      case Node.Unsupported unsupported ->
          throw Refusals.at(
              "Unsupported token in expression: "
                  + unsupported.token().text().toUpperCase(Locale.ROOT),
              unsupported.token());
      case Node.Not not -> checkKnown(not.operand());
      case Node.Signed signed -> checkKnown(signed.operand());
      case Node.Infix infix -> checkOperands(infix);
      case Node.Name name -> Paths.of(name);
      case Node.Path path -> Paths.of(path);
      case Node.Literal literal -> {
        if (!literal.token().is(Token.Kind.MISSING)) {
          literals.read(literal);
        }
      }
      case Node.Parameter parameter -> {}
      case Node.Sequence sequence -> literals.read(sequence);
      case Node.Struct struct -> literals.read(struct);
    }
  }

  /** The members of an IN list are operands, and not the elements of one value. */
  private void checkOperands(Node.Infix infix) {
    checkKnown(infix.first());
    for (Node operand : infix.operands().subList(1, infix.operands().size())) {
      if (infix.operator() == Operator.IN && operand instanceof Node.Sequence sequence) {
        sequence.elements().forEach(this::checkKnown);
      } else if (infix.operator() != Operator.IN || !(operand instanceof Node.Subquery)) {
        checkKnown(operand);
      }
    }
  }

  private static void checkFunction(Node.Call call) {
    Functions function = Functions.of(call);
    if (Keywords.AGGREGATES.contains(call.name())) {
      throw Refusals.at("Unsupported token in expression: " + call.name(), call.token());
    }
    if (function == null || function.changesSets()) {
      if (call.arguments().size() == 1 && call.arguments().getFirst() instanceof Node.Subquery s) {
        throw Refusals.at("Unsupported token in expression: SELECT", s.token());
      }
      throw Refusals.unrecognizedFunction(call);
    }
  }

  private static void checkType(Node.Is is) {
    if (!TESTABLE_TYPES.contains(is.type())) {
      throw Refusals.at(
          "Unsupported data type for IS operator: "
              + is.type().toUpperCase(Locale.ROOT)
              + ". Supported data types are [MISSING, NULL, BOOLEAN, BLOB, STRING, NUMERIC,"
              + " STRUCT, TUPLE, LIST]",
          is.token());
    }
  }

  private static void checkMissing(Node node) {
    switch (node) {
      case Node.Literal literal -> {
        if (literal.token().is(Token.Kind.MISSING)) {
          throw Refusals.missing();
        }
      }
      case Node.Call call -> call.arguments().forEach(Screening::checkMissing);
      case Node.Not not -> checkMissing(not.operand());
      case Node.Signed signed -> checkMissing(signed.operand());
      case Node.Infix infix -> checkMissing(infix);
      case Node.Is is -> {
        if (!(is.operand() instanceof Node.Literal)) {
          checkMissing(is.operand());
        }
      }
      case Node.Name name -> {}
      case Node.Path path -> {}
      case Node.Parameter parameter -> {}
      case Node.Sequence sequence -> {}
      case Node.Struct struct -> {}
      case Node.Subquery subquery -> {}
      case Node.Unsupported unsupported -> {}
    }
  }

  private static void checkMissing(Node.Infix infix) {
    for (int i = 0; i < infix.operands().size(); i++) {
      Node operand = infix.operands().get(i);
      boolean candidates = infix.operator() == Operator.IN && i == 1;
      if (candidates && operand instanceof Node.Sequence sequence) {
        sequence.elements().forEach(Screening::checkMissing);
      } else if (!candidates) {
        checkMissing(operand);
      }
    }
  }

  /** Refuses a clause with too many operators. */
  static void checkOperators(int operators) {
    if (operators > MAX_OPERATORS) {
      throw ServiceException.validation(
          "The expression contains too many operators; operator count: " + operators);
    }
  }

  private static final int MAX_OPERATORS = 300;
}
