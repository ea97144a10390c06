package dev.assay.engine.expression;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.value.AttributeType;
import dev.assay.engine.value.AttributeValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules that operators and functions impose on their operands, in the service's words. */
final class OperandRules {
  static final Set<AttributeType> ORDERED =
      Set.of(AttributeType.S, AttributeType.N, AttributeType.B);
  static final Set<AttributeType> PREFIXED = Set.of(AttributeType.S, AttributeType.B);
  static final Set<AttributeType> SIZED =
      Set.of(
          AttributeType.S,
          AttributeType.B,
          AttributeType.SS,
          AttributeType.NS,
          AttributeType.BS,
          AttributeType.L,
          AttributeType.M);

  /** The types as the service lists them when it does not know a name. */
  static final String ALL_TYPES = "B,NULL,SS,BOOL,L,BS,N,NS,S,M";

  /** The types as the service lists them for a path, which may have any. */
  static final String PATH_TYPES = "NS,SS,L,BS,N,M,B,BOOL,NULL,S";

  private final ExpressionKind expression;

  OperandRules(ExpressionKind expression) {
    this.expression = expression;
  }

  void checkCount(Function function, int operands) {
    if (operands != function.arity()) {
      throw expression.invalid(
          "Incorrect number of operands for operator or function; operator or function: "
              + function.spelling()
              + ", number of operands: "
              + operands);
    }
  }

  /** Checks a type if it is known; an operand that the item decides has null. */
  void checkType(String operator, @Nullable AttributeType type, Set<AttributeType> allowed) {
    if (type != null && !allowed.contains(type)) {
      throw incorrectType(operator, type.name());
    }
  }

  ServiceException incorrectType(String operator, String type) {
    return expression.invalid(
        "Incorrect operand type for operator or function; operator or function: "
            + operator
            + ", operand type: "
            + type);
  }

  ServiceException requiresPath(Function function) {
    return expression.invalid(
        "Operator or function requires a document path; operator or function: "
            + function.spelling());
  }

  /** A path may not stand among the other operands of its own operator (fact 66). */
  void checkDistinct(String operator, @Nullable DocumentPath first, @Nullable DocumentPath other) {
    if (first != null && first.equals(other)) {
      throw expression.invalid(
          "The first operand must be distinct from the remaining operands for this operator or"
              + " function; operator: "
              + operator
              + ", first operand: "
              + first);
    }
  }

  /** Bounds that are both values of the request must be in order (fact 65). */
  void checkBounds(AttributeValue lower, AttributeValue upper) {
    String problem =
        lower.type() != upper.type()
            ? "same data type for lower and upper bounds"
            : ScalarOrder.compare(lower, upper) > 0
                ? "upper bound to be greater than or equal to lower bound"
                : null;
    if (problem != null) {
      throw expression.invalid(
          "The BETWEEN operator requires "
              + problem
              + "; lower bound operand: AttributeValue: "
              + print(lower)
              + ", upper bound operand: AttributeValue: "
              + print(upper));
    }
  }

  private static String print(AttributeValue value) {
    return switch (value) {
      case AttributeValue.S text -> "{S:" + text.value() + "}";
      case AttributeValue.N number -> "{N:" + number.value().text() + "}";
      // The service prints its byte buffer and not what is in it.
      case AttributeValue.B bytes ->
          "{B:java.nio.HeapByteBuffer[pos=0 lim="
              + bytes.value().length()
              + " cap="
              + bytes.value().length()
              + "]}";
      default -> throw new IllegalArgumentException("no bound: " + value.type());
    };
  }
}
