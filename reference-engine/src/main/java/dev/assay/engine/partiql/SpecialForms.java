package dev.assay.engine.partiql;

import org.jspecify.annotations.Nullable;

/** The expressions of PartiQL that the grammar knows and the dialect refuses. */
final class SpecialForms {
  private final TokenStream tokens;
  private final ExpressionParser expressions;

  SpecialForms(TokenStream tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  /** The form that a keyword begins, or null if it begins none. */
  @Nullable Node parse(Token keyword) {
    return switch (keyword.text()) {
      case "case" -> parseCase(tokens.take());
      case "cast" -> parseCast(tokens.take());
      default -> null;
    };
  }

  private Node parseCase(Token keyword) {
    boolean simple = !tokens.head().isWord("when");
    if (simple) {
      expressions.parse();
    }
    boolean any = false;
    while (tokens.takeWord("when")) {
      expressions.parse();
      tokens.expectKeyword("then");
      expressions.parse();
      any = true;
    }
    if (!any) {
      throw Refusals.malformed("Expected a WHEN clause in CASE");
    }
    if (tokens.takeWord("else")) {
      expressions.parse();
    }
    tokens.expectKeyword("end");
    return new Node.Unsupported(keyword, simple ? "SimpleCase" : "SearchedCase");
  }

  private Node parseCast(Token keyword) {
    if (!tokens.takeIf(Token.Kind.LEFT_PAREN)) {
      throw Refusals.malformed("Missing left parenthesis after CAST");
    }
    expressions.parse();
    tokens.expect(Token.Kind.AS);
    if (!Keywords.TYPES.contains(tokens.take().text())) {
      throw Refusals.malformed("Expected type name");
    }
    tokens.expect(Token.Kind.RIGHT_PAREN);
    return new Node.Unsupported(keyword, "Typed");
  }
}
