package dev.assay.engine.partiql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The grammar of whole statements. */
final class StatementParser {
  private final TokenStream tokens;
  private final ExpressionParser expressions;

  private StatementParser(TokenStream tokens) {
    this.tokens = tokens;
    this.expressions = new ExpressionParser(tokens);
  }

  /**
   * What a statement says and how many parameters it takes.
   *
   * @param parameters how many question marks it has
   */
  record Parsed(Query query, int parameters) {}

  static Parsed parse(String statement) {
    List<Token> tokens = Lexer.tokenize(statement);
    StatementParser parser = new StatementParser(new TokenStream(tokens));
    Query query = parser.statement();
    parser.finish();
    int parameters = 0;
    for (Token token : tokens) {
      parameters += token.is(Token.Kind.PARAMETER) ? 1 : 0;
    }
    return new Parsed(query, parameters);
  }

  private void finish() {
    if (tokens.takeIf(Token.Kind.SEMICOLON)) {
      if (!tokens.head().is(Token.Kind.END)) {
        throw Refusals.malformed("Unexpected token after semicolon. (Only one query is allowed.)");
      }
    } else if (!tokens.head().is(Token.Kind.END)) {
      throw Refusals.malformed("Unexpected token after expression");
    }
  }

  private Query statement() {
    Token head = tokens.head();
    if (!head.is(Token.Kind.KEYWORD)) {
      return expression();
    }
    return switch (head.text()) {
      case "insert_into" -> insert();
      case "update" -> update();
      case "delete" -> delete();
      case "from" -> from();
      case "set", "remove" -> new Query.Update(null, changes(), null, returning(), 0);
      case "create", "drop" -> definition();
      case "exec" -> exec();
      default -> expression();
    };
  }

  private Query expression() {
    Node node = expressions.parse();
    return node instanceof Node.Subquery(Token token, Query.Select select)
        ? select
        : new Query.Expression(node);
  }

  private Query insert() {
    Token verb = tokens.take();
    Node target = expressions.simplePath();
    if (!tokens.takeWord("value")) {
      expressions.parse();
      return new Query.Insert(target, null, "Unsupported operation: InsertOp");
    }
    Node value = expressions.parse();
    String refusal = null;
    if (tokens.takeIf(Token.Kind.AT)) {
      expressions.parse();
      refusal = "AT is not supported in insert statements. " + verb.place();
    }
    if (tokens.takeWord("on_conflict")) {
      conflict();
      refusal = refusal == null ? "Unsupported clause: ON CONFLICT" : refusal;
    }
    if (returning() != null) {
      refusal = refusal == null ? "RETURNING is not supported in INSERT" : refusal;
    }
    return new Query.Insert(target, value, refusal);
  }

  private void conflict() {
    if (!tokens.takeWord("where")) {
      throw Refusals.malformed("invalid ON CONFLICT syntax");
    }
    expressions.parse();
    if (!tokens.takeWord("do_nothing")) {
      throw Refusals.malformed("invalid ON CONFLICT syntax");
    }
  }

  private Query update() {
    tokens.take();
    Query.Source source = simpleSource();
    int before = tokens.operators();
    List<Query.Change> changes = changes();
    Node where = where();
    int operators = tokens.operators() - before;
    return new Query.Update(source, changes, where, returning(), operators);
  }

  private Query delete() {
    tokens.take();
    if (!tokens.takeWord("from")) {
      throw Refusals.malformed("Expected FROM after DELETE");
    }
    Query.Source source = simpleSource();
    int before = tokens.operators();
    Node where = where();
    int operators = tokens.operators() - before;
    return new Query.Delete(source, where, returning(), operators);
  }

  /** The form of UPDATE that begins with its table. */
  private Query from() {
    tokens.take();
    Query.Source source = expressions.selects().source();
    int before = tokens.operators();
    Node where = where();
    List<Query.Change> changes = changes();
    int operators = tokens.operators() - before;
    return new Query.Update(source, changes, where, returning(), operators);
  }

  private Query.Source simpleSource() {
    Node node = expressions.simplePath();
    return new Query.Source(node, expressions.selects().aliases(), false);
  }

  private @Nullable Node where() {
    return tokens.takeWord("where") ? expressions.parse() : null;
  }

  private List<Query.Change> changes() {
    List<Query.Change> changes = new ArrayList<>();
    while (true) {
      if (tokens.takeWord("set")) {
        do {
          Node target = expressions.simplePath();
          if (!tokens.takeWord("=")) {
            throw Refusals.malformed("Expected '='");
          }
          changes.add(new Query.Change(target, expressions.parse()));
        } while (tokens.takeIf(Token.Kind.COMMA));
      } else if (tokens.takeWord("remove")) {
        changes.add(new Query.Change(expressions.simplePath(), null));
      } else if (changes.isEmpty()) {
        throw Refusals.malformed("Expected data manipulation");
      } else {
        return changes;
      }
    }
  }

  private Query.@Nullable Returns returning() {
    if (!tokens.takeWord("returning")) {
      return null;
    }
    Query.Returns first = returned();
    boolean single = true;
    while (tokens.takeIf(Token.Kind.COMMA)) {
      returned();
      single = false;
    }
    return new Query.Returns(first.what(), first.wildcard(), single);
  }

  private Query.Returns returned() {
    Returning what =
        switch (tokens.take().text()) {
          case "all_old" -> Returning.ALL_OLD;
          case "all_new" -> Returning.ALL_NEW;
          case "modified_old" -> Returning.MODIFIED_OLD;
          case "modified_new" -> Returning.MODIFIED_NEW;
          default ->
              throw Refusals.malformed(
                  "Expected ( MODIFIED | ALL ) ( NEW | OLD ) in each returning element.");
        };
    boolean wildcard = tokens.takeIf(Token.Kind.STAR);
    if (!wildcard) {
      expressions.parse();
    }
    return new Query.Returns(what, wildcard, true);
  }

  private Query definition() {
    Token verb = tokens.take();
    boolean creates = verb.text().equals("create");
    boolean table = tokens.takeWord("table");
    if (!table && !tokens.takeWord("index")) {
      throw Refusals.malformed("Unexpected token following " + (creates ? "CREATE" : "DROP"));
    }
    if (table || !creates) {
      identifier("Expected identifier!");
    }
    if (!table) {
      if (!tokens.takeWord("on")) {
        throw Refusals.malformed("Expected ON");
      }
      identifier((creates ? "Index" : "Table") + " target must be an identifier");
    }
    if (!table && creates) {
      if (!tokens.takeIf(Token.Kind.LEFT_PAREN)) {
        throw Refusals.malformed("Expected parenthesis for keys");
      }
      do {
        expressions.simplePath();
      } while (tokens.takeIf(Token.Kind.COMMA));
      tokens.expect(Token.Kind.RIGHT_PAREN);
    }
    String name = (creates ? "Create" : "Drop") + (table ? "Table" : "Index");
    return new Query.Expression(new Node.Unsupported(verb, name));
  }

  private void identifier(String problem) {
    if (!tokens.take().isName()) {
      throw Refusals.malformed(problem);
    }
  }

  private Query exec() {
    Token verb = tokens.take();
    if (tokens.take().is(Token.Kind.END)) {
      throw Refusals.malformed("No stored procedure provided");
    }
    if (!tokens.head().is(Token.Kind.END)) {
      expressions.list();
    }
    return new Query.Expression(new Node.Unsupported(verb, "Exec"));
  }
}
