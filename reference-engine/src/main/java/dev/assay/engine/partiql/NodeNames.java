package dev.assay.engine.partiql;

/** What the service calls an expression that it does not expect where it stands. */
final class NodeNames {
  private NodeNames() {}

  static String of(Node node) {
    return switch (node) {
      case Node.Name name -> "Id";
      case Node.Path path -> "Path";
      case Node.Literal literal -> literal.token().is(Token.Kind.MISSING) ? "Missing" : "Lit";
      case Node.Parameter parameter -> "Parameter";
      case Node.Sequence sequence -> sequence.bag() ? "Bag" : "List";
      case Node.Struct struct -> "Struct";
      case Node.Call call -> "Call";
      case Node.Not not -> "Not";
      case Node.Signed signed -> signed.token().text().equals("-") ? "Neg" : "Pos";
      case Node.Infix infix -> ofOperator(infix.operator());
      case Node.Is is -> "IsType";
      case Node.Subquery subquery -> "Select";
      case Node.Unsupported unsupported -> unsupported.name();
    };
  }

  private static String ofOperator(Operator operator) {
    return switch (operator) {
      case UNION, EXCEPT, INTERSECT -> "BagOp";
      case OR -> "Or";
      case AND -> "And";
      case EQUAL -> "Eq";
      case NOT_EQUAL -> "Ne";
      case IS, IS_NOT -> "IsType";
      case IN, NOT_IN -> "InCollection";
      case LESS -> "Lt";
      case LESS_OR_EQUAL -> "Lte";
      case GREATER -> "Gt";
      case GREATER_OR_EQUAL -> "Gte";
      case BETWEEN, NOT_BETWEEN -> "Between";
      case LIKE, NOT_LIKE -> "Like";
      case PLUS -> "Plus";
      case MINUS -> "Minus";
      case CONCATENATE -> "Concat";
      case TIMES -> "Times";
      case DIVIDE -> "Divide";
      case MODULO -> "Modulo";
    };
  }
}
