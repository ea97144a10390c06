package dev.assay.engine.partiql;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.DocumentPath;
import dev.assay.engine.expression.Operand;
import dev.assay.engine.expression.ScalarOrder;
import dev.assay.engine.value.AttributeType;
import dev.assay.engine.value.AttributeValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of operators and functions: the expression language's, without its prefix. */
final class OperandChecks {
  static final Set<AttributeType> ORDERED =
      Set.of(AttributeType.S, AttributeType.N, AttributeType.B);
  static final Set<AttributeType> PREFIXED = Set.of(AttributeType.S, AttributeType.B);
  static final Set<AttributeType> UNSIZED =
      Set.of(AttributeType.N, AttributeType.BOOL, AttributeType.NULL);

  private OperandChecks() {}

  static void checkCount(Functions function, int operands) {
    if (operands != function.arity()) {
      throw incorrectCount(function.spelling(), operands);
    }
  }

  static ServiceException incorrectCount(String operator, int operands) {
    return ServiceException.validation(
        "Incorrect number of operands for operator or function; operator or function: "
            + operator
            + ", number of operands: "
            + operands);
  }

  /** Checks a type if it is known; an operand that the item decides has null. */
  static void checkType(String operator, @Nullable AttributeType type, Set<AttributeType> allowed) {
    if (type != null && !allowed.contains(type)) {
      throw incorrectType(operator, type.name());
    }
  }

  static ServiceException incorrectType(String operator, String type) {
    return ServiceException.validation(
        "Incorrect operand type for operator or function; operator or function: "
            + operator
            + ", operand type: "
            + type);
  }

  static ServiceException requiresPath(Functions function) {
    return ServiceException.validation(
        "Operator or function requires a document path; operator or function: "
            + function.spelling());
  }

  /** A path may not stand among the other operands of its own operator. */
  static void checkDistinct(String operator, Operand first, List<Operand> others) {
    if (first instanceof Operand.Path(DocumentPath path)) {
      for (Operand other : others) {
        if (other instanceof Operand.Path(DocumentPath same) && same.equals(path)) {
          throw ServiceException.validation(
              "The first operand must be distinct from the remaining operands for this operator or"
                  + " function; operator: "
                  + operator
                  + ", first operand: "
                  + path);
        }
      }
    }
  }

  /** Bounds that are both values of the statement must be of one type and in order. */
  static void checkBounds(AttributeValue lower, AttributeValue upper) {
    String problem =
        lower.type() != upper.type()
            ? "same data type for lower and upper bounds"
            : ScalarOrder.compare(lower, upper) > 0
                ? "upper bound to be greater than or equal to lower bound"
                : null;
    if (problem != null) {
      throw ServiceException.validation(
          "The BETWEEN operator requires "
              + problem
              + "; lower bound operand: AttributeValue: "
              + print(lower)
              + ", upper bound operand: AttributeValue: "
              + print(upper));
    }
  }

  private static String print(AttributeValue value) {
    if (value instanceof AttributeValue.S(String text)) {
      return "{S:" + text + "}";
    }
    if (value instanceof AttributeValue.N number) {
      return "{N:" + number.value().text() + "}";
    }
    // The service prints its byte buffer and not what is in it.
    int bytes = value.sizeBytes();
    return "{B:java.nio.HeapByteBuffer[pos=0 lim=" + bytes + " cap=" + bytes + "]}";
  }
}
