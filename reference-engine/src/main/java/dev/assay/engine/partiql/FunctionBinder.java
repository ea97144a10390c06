package dev.assay.engine.partiql;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.Condition;
import dev.assay.engine.expression.DocumentPath;
import dev.assay.engine.expression.Operand;
import dev.assay.engine.value.AttributeType;
import dev.assay.engine.value.AttributeValue;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Turns calls in a WHERE clause into conditions and operands. */
final class FunctionBinder {
  /** The types as the service lists them when it does not know a name. */
  private static final String ALL_TYPES = "B,NULL,SS,BOOL,L,BS,N,NS,S,M";

  /** The types as the service lists them for a path, which may have any. */
  private static final String PATH_TYPES = "NS,SS,L,BS,N,M,B,BOOL,NULL,S";

  private final Function<Node, Operand> operands;

  /**
   * @param operands turns an argument into an operand
   */
  FunctionBinder(Function<Node, Operand> operands) {
    this.operands = operands;
  }

  Operand size(Node.Call call) {
    List<Operand> arguments = arguments(call);
    OperandChecks.checkCount(Functions.SIZE, arguments.size());
    AttributeType type = arguments.getFirst().staticType();
    if (type != null && OperandChecks.UNSIZED.contains(type)) {
      throw OperandChecks.incorrectType(Functions.SIZE.spelling(), type.name());
    }
    return new Operand.Size(arguments.getFirst());
  }

  Condition condition(Node.Call call) {
    Functions function = Objects.requireNonNull(Functions.of(call), "screened before");
    if (function.isForUpdates()) {
      throw ServiceException.validation(
          "The function is not allowed in a condition expression; function: "
              + function.spelling());
    }
    List<Operand> arguments = arguments(call);
    OperandChecks.checkCount(function, arguments.size());
    Operand first = arguments.getFirst();
    Operand last = arguments.getLast();
    return switch (function) {
      case ATTRIBUTE_EXISTS -> new Condition.AttributeExists(path(function, first));
      case ATTRIBUTE_NOT_EXISTS -> new Condition.AttributeNotExists(path(function, first));
      case ATTRIBUTE_TYPE -> {
        OperandChecks.checkDistinct(function.spelling(), first, List.of(last));
        yield new Condition.HasType(first, typeName(last));
      }
      case BEGINS_WITH -> {
        String name = function.spelling();
        OperandChecks.checkType(name, first.staticType(), OperandChecks.PREFIXED);
        OperandChecks.checkType(name, last.staticType(), OperandChecks.PREFIXED);
        OperandChecks.checkDistinct(name, first, List.of(last));
        yield new Condition.BeginsWith(first, last);
      }
      case CONTAINS -> {
        OperandChecks.checkDistinct(function.spelling(), first, List.of(last));
        yield new Condition.Contains(first, last);
      }
      case SIZE, IF_NOT_EXISTS, LIST_APPEND, SET_ADD, SET_DELETE ->
          throw new IllegalStateException("not a condition: " + function);
    };
  }

  private List<Operand> arguments(Node.Call call) {
    return call.arguments().stream().map(operands).toList();
  }

  private static DocumentPath path(Functions function, Operand operand) {
    if (operand instanceof Operand.Path(DocumentPath path)) {
      return path;
    }
    throw OperandChecks.requiresPath(function);
  }

  private static AttributeType typeName(Operand operand) {
    if (operand instanceof Operand.Literal(AttributeValue value)
        && value instanceof AttributeValue.S(String name)) {
      return AttributeType.of(name)
          .orElseThrow(
              () ->
                  ServiceException.validation(
                      "Invalid attribute type name found; type: "
                          + name
                          + ", valid types: {"
                          + ALL_TYPES
                          + "}"));
    }
    AttributeType type = operand.staticType();
    throw OperandChecks.incorrectType(
        "attribute_type", type == null ? "{" + PATH_TYPES + "}" : type.name());
  }
}
