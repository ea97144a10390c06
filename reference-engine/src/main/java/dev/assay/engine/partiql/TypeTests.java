package dev.assay.engine.partiql;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.Condition;
import dev.assay.engine.expression.DocumentPath;
import dev.assay.engine.expression.Operand;
import dev.assay.engine.value.AttributeType;

/** What IS asks. */
final class TypeTests {
  private TypeTests() {}

  static Condition bind(Node.Is is, Literals literals) {
    Operand operand = operand(is.operand(), literals);
    if (is.type().equals("missing")) {
      return operand instanceof Operand.Path(DocumentPath path)
          ? new Condition.AttributeNotExists(path)
          : new Condition.Not(new Condition.HasType(operand, typeOf(operand)));
    }
    return new Condition.HasType(operand, type(is.type()));
  }

  private static Operand operand(Node node, Literals literals) {
    if (Paths.isPath(node)) {
      return new Operand.Path(Paths.of(node));
    }
    if (node instanceof Node.Literal literal && !literal.token().is(Token.Kind.MISSING)) {
      return new Operand.Literal(literals.read(literal));
    }
    throw ServiceException.validation(
        "The left hand side argument to IS must be a Variable Reference, Literal, or Path");
  }

  private static AttributeType typeOf(Operand operand) {
    AttributeType type = operand.staticType();
    return type == null ? AttributeType.NULL : type;
  }

  private static AttributeType type(String name) {
    return switch (name) {
      case "null" -> AttributeType.NULL;
      case "boolean" -> AttributeType.BOOL;
      case "blob" -> AttributeType.B;
      case "string" -> AttributeType.S;
      case "numeric" -> AttributeType.N;
      case "struct", "tuple" -> AttributeType.M;
      case "list" -> AttributeType.L;
      default -> throw new IllegalStateException("screened out: " + name);
    };
  }
}
