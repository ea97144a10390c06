package dev.assay.engine.partiql;

import java.util.List;

/** An expression as written, before anything is known about what may stand where. */
sealed interface Node {
  /** The token whose place an error about this expression names. */
  Token token();

  /** An attribute or a table; case matters only in quotes elsewhere, but never in this dialect. */
  record Name(Token token) implements Node {}

  record Path(Node root, List<Step> steps) implements Node {
    public Path {
      steps = List.copyOf(steps);
    }

    @Override
    public Token token() {
      return root.token();
    }
  }

  /** A string, a number, a boolean, null, MISSING or an Ion literal. */
  record Literal(Token token, boolean negative) implements Node {}

  record Parameter(Token token) implements Node {
    int index() {
      return Integer.parseInt(token.text());
    }
  }

  /** A list, in brackets or in parentheses, or a bag. */
  record Sequence(Token token, List<Node> elements, boolean bag) implements Node {
    public Sequence {
      elements = List.copyOf(elements);
    }
  }

  record Struct(Token token, List<Field> fields) implements Node {
    public Struct {
      fields = List.copyOf(fields);
    }
  }

  record Call(Token token, List<Node> arguments) implements Node {
    public Call {
      arguments = List.copyOf(arguments);
    }

    /** As written; functions are known in any case. */
    String name() {
      return token.text();
    }
  }

  record Not(Token token, Node operand) implements Node {}

  /** A sign in front of anything but a number. */
  record Signed(Token token, Node operand) implements Node {}

  /** Everything infix but IS: two operands, of BETWEEN three. A negated one stands in a Not. */
  record Infix(Token token, Operator operator, List<Node> operands) implements Node {
    public Infix {
      operands = List.copyOf(operands);
    }

    Node first() {
      return operands.getFirst();
    }
  }

  /** A test for a type; {@code type} is the canonical name in lower case. */
  record Is(Token token, Node operand, String type) implements Node {}

  /** A SELECT in the place of an expression. */
  record Subquery(Token token, Query.Select select) implements Node {}

  /** What the language has and the dialect does not: {@code name} is what the service calls it. */
  record Unsupported(Token token, String name) implements Node {}

  /** One field of a struct; the name is an expression too, as far as the grammar goes. */
  record Field(Node name, Node value) {}

  /** One step of a path. */
  sealed interface Step {
    Token token();

    /** {@code .name}. */
    record Dot(Token token) implements Step {}

    /** {@code [expression]}. */
    record Index(Token token, Node index) implements Step {}

    /** {@code .*}. */
    record Star(Token token) implements Step {}

    /** {@code [*]}. */
    record Wildcard(Token token) implements Step {}
  }
}
