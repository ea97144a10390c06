package dev.assay.engine.partiql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The grammar of SELECT, from behind the keyword. */
final class SelectParser {
  private final TokenStream tokens;
  private final ExpressionParser expressions;

  SelectParser(TokenStream tokens, ExpressionParser expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  Query.Select parse(Token keyword) {
    String refusal = null;
    List<Query.Item> items = null;
    if (keyword.text().equals("pivot")) {
      refusal = "Select projection doesn't support value or pivot keywords";
      expressions.parse();
      if (!tokens.takeIf(Token.Kind.AT)) {
        throw Refusals.malformed("Expected AT keyword");
      }
      expressions.parse();
    } else {
      if (tokens.takeWord("distinct")) {
        refusal = "Unsupported token in expression: DISTINCT";
      } else {
        tokens.takeWord("all");
      }
      if (tokens.takeWord("value")) {
        refusal = "Select projection doesn't support value or pivot keywords";
        expressions.parse();
      } else {
        items = items();
      }
    }
    if (!tokens.takeWord("from")) {
      throw Refusals.malformed("Expected FROM after SELECT list");
    }
    return rest(items, refusal);
  }

  /** The columns; null for a star, which has to stand alone. */
  private @Nullable List<Query.Item> items() {
    List<Query.Item> items = new ArrayList<>();
    boolean star = false;
    do {
      if (tokens.takeIf(Token.Kind.STAR)) {
        star = true;
      } else {
        Node node = expressions.parse();
        checkStars(node);
        items.add(new Query.Item(node, alias()));
      }
    } while (tokens.takeIf(Token.Kind.COMMA));
    if (star && !items.isEmpty()) {
      throw Refusals.malformed(
          "Other expressions may not be present in the select list when '*' is used without dot"
              + " notation.");
    }
    return star ? null : items;
  }

  /** A star may only end a path that has no brackets. */
  private static void checkStars(Node node) {
    if (!(node instanceof Node.Path(Node root, List<Node.Step> steps))) {
      return;
    }
    boolean brackets = false;
    for (int i = 0; i < steps.size(); i++) {
      Node.Step step = steps.get(i);
      brackets |= step instanceof Node.Step.Index;
      boolean inner = step instanceof Node.Step.Star && i < steps.size() - 1;
      if (inner || step instanceof Node.Step.Wildcard) {
        throw Refusals.malformed("Invalid use of * in select list");
      }
    }
    if (brackets && steps.getLast() instanceof Node.Step.Star) {
      throw Refusals.malformed("Cannot use [] and * together in SELECT list expression");
    }
  }

  private Query.Select rest(@Nullable List<Query.Item> items, @Nullable String refused) {
    Query.Source source = source();
    String refusal = refused;
    if (tokens.takeWord("let")) {
      do {
        expressions.parse();
        alias();
      } while (tokens.takeIf(Token.Kind.COMMA));
    }
    int before = tokens.operators();
    Node where = tokens.takeWord("where") ? expressions.parse(Operator.SELECT_PRECEDENCE) : null;
    int operators = tokens.operators() - before;
    List<Query.Order> orderBy = tokens.takeWord("order") ? orderBy() : null;
    if (tokens.takeWord("group")) {
      tokens.takeWord("partial");
      tokens.expect(Token.Kind.BY);
      do {
        expressions.parse(Operator.SELECT_PRECEDENCE);
        alias();
      } while (tokens.takeIf(Token.Kind.COMMA));
      refusal = refusal == null ? "Unsupported clause: GROUP BY" : refusal;
    }
    refusal = single("having", refusal);
    refusal = single("limit", refusal);
    return new Query.Select(items, source, where, orderBy, refusal, operators);
  }

  private @Nullable String single(String clause, @Nullable String refusal) {
    if (!tokens.takeWord(clause)) {
      return refusal;
    }
    Node node = expressions.parse(Operator.SELECT_PRECEDENCE);
    return refusal != null
        ? refusal
        : "Unsupported clause: "
            + clause.toUpperCase(java.util.Locale.ROOT)
            + " "
            + node.token().place();
  }

  private List<Query.Order> orderBy() {
    tokens.expect(Token.Kind.BY);
    List<Query.Order> terms = new ArrayList<>();
    do {
      Node term = expressions.parse();
      boolean descending = tokens.takeIf(Token.Kind.DESC);
      if (!descending) {
        tokens.takeIf(Token.Kind.ASC);
      }
      nulls();
      terms.add(new Query.Order(term, descending));
    } while (tokens.takeIf(Token.Kind.COMMA));
    return terms;
  }

  /** Where missing values go is accepted, and means nothing: a key is never missing. */
  private void nulls() {
    boolean nulls =
        tokens.head().is(Token.Kind.NAME) && tokens.head().text().equalsIgnoreCase("nulls");
    if (nulls && (tokens.isWordAt(1, "first") || tokens.isWordAt(1, "last"))) {
      tokens.take();
      tokens.take();
    }
  }

  /** What a statement works on, with whatever joins and aliases come with it. */
  Query.Source source() {
    boolean joined = tokens.takeWord("unpivot");
    Node node = expressions.parse(Operator.SELECT_PRECEDENCE);
    boolean aliased = aliases();
    while (tokens.takeIf(Token.Kind.COMMA) || tokens.takeWord("join")) {
      expressions.parse(Operator.SELECT_PRECEDENCE);
      aliases();
      if (tokens.takeWord("on")) {
        expressions.parse(Operator.SELECT_PRECEDENCE);
      }
      joined = true;
    }
    return new Query.Source(node, aliased, joined);
  }

  /** Takes the aliases of a source; whether there was any. */
  boolean aliases() {
    boolean any = alias();
    any |= named(Token.Kind.AT);
    any |= named(Token.Kind.BY);
    return any;
  }

  private boolean alias() {
    if (tokens.head().isName()) {
      tokens.take();
      return true;
    }
    return named(Token.Kind.AS);
  }

  private boolean named(Token.Kind introduction) {
    if (!tokens.takeIf(introduction)) {
      return false;
    }
    if (!tokens.take().isName()) {
      throw Refusals.malformed("Expected identifier for " + introduction + "-alias");
    }
    return true;
  }
}
