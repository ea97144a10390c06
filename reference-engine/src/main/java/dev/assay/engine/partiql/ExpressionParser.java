package dev.assay.engine.partiql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The grammar of expressions: a top-down operator precedence parser, as the service's own is. */
final class ExpressionParser {
  private final TokenStream tokens;
  private final SelectParser selects;

  ExpressionParser(TokenStream tokens) {
    this.tokens = tokens;
    this.selects = new SelectParser(tokens, this);
  }

  SelectParser selects() {
    return selects;
  }

  Node parse() {
    return parse(-1);
  }

  /** Parses up to the first operator that binds no more tightly than {@code precedence}. */
  Node parse(int precedence) {
    tokens.enter();
    Node left = unary();
    while (true) {
      Token token = tokens.head();
      Operator operator = Operator.of(token);
      if (operator == null || operator.precedence() <= precedence) {
        tokens.leave();
        return left;
      }
      left = infix(left, token, operator);
    }
  }

  private Node infix(Node left, Token token, Operator operator) {
    tokens.countOperators(operator.isNegated() ? 2 : 1);
    Node result =
        switch (operator.positive()) {
          case IS -> {
            tokens.take();
            yield new Node.Is(token, left, type());
          }
          case IN -> new Node.Infix(token, Operator.IN, List.of(left, candidates(operator)));
          case BETWEEN -> between(left, token, operator);
          case LIKE -> like(left, token, operator);
          default -> new Node.Infix(token, operator, List.of(left, right(operator)));
        };
    return operator.isNegated() ? new Node.Not(token, result) : result;
  }

  private Node right(Operator operator) {
    if (tokens.remaining() < 3) {
      throw Refusals.malformed("Missing right-hand side expression of infix operator");
    }
    tokens.take();
    return parse(operator.precedence());
  }

  private Node candidates(Operator operator) {
    boolean listed = tokens.second().is(Token.Kind.LEFT_PAREN) && !tokens.isWordAt(2, "select");
    if (!listed) {
      return right(operator);
    }
    tokens.take();
    Token open = tokens.take();
    List<Node> elements = list();
    tokens.expect(Token.Kind.RIGHT_PAREN);
    return new Node.Sequence(open, elements, false);
  }

  private Node between(Node left, Token token, Operator operator) {
    Node lower = right(operator);
    tokens.expectKeyword("and");
    if (tokens.head().is(Token.Kind.END) || tokens.head().is(Token.Kind.SEMICOLON)) {
      throw Refusals.malformed("Expected expression after AND");
    }
    Node upper = parse(operator.precedence());
    return new Node.Infix(token, Operator.BETWEEN, List.of(left, lower, upper));
  }

  private Node like(Node left, Token token, Operator operator) {
    List<Node> operands = new ArrayList<>(List.of(left, right(operator)));
    if (tokens.takeWord("escape")) {
      operands.add(parse(operator.precedence()));
    }
    return new Node.Infix(token, Operator.LIKE, operands);
  }

  /** The canonical name of a type. */
  private String type() {
    Token token = tokens.head();
    boolean named =
        token.is(Token.Kind.KEYWORD) || token.is(Token.Kind.NULL) || token.is(Token.Kind.MISSING);
    if (!named || !Keywords.TYPES.contains(token.text())) {
      throw Refusals.malformed("Expected type name");
    }
    tokens.take();
    if (tokens.takeIf(Token.Kind.LEFT_PAREN)) {
      list();
      tokens.expect(Token.Kind.RIGHT_PAREN);
    }
    return token.text();
  }

  /** Signs and NOTs, however many, without a level of recursion for each. */
  private Node unary() {
    List<Token> prefixes = new ArrayList<>();
    while (isPrefix(tokens.head())) {
      prefixes.add(tokens.take());
    }
    boolean negates = !prefixes.isEmpty() && prefixes.getLast().text().equals("not");
    Node node = negates ? parse(Operator.NOT_PRECEDENCE) : path(term());
    for (Token prefix : prefixes.reversed()) {
      node = prefixed(prefix, node);
    }
    return node;
  }

  private static boolean isPrefix(Token token) {
    return token.isWord("not") || token.isWord("+") || token.isWord("-");
  }

  private Node prefixed(Token prefix, Node node) {
    if (prefix.text().equals("not")) {
      tokens.countOperators(1);
      return new Node.Not(prefix, node);
    }
    if (node instanceof Node.Literal literal && literal.token().is(Token.Kind.NUMBER)) {
      boolean flips = prefix.text().equals("-");
      return new Node.Literal(literal.token(), literal.negative() != flips);
    }
    tokens.countOperators(1);
    return new Node.Signed(prefix, node);
  }

  private Node path(Node root) {
    List<Node.Step> steps = new ArrayList<>();
    while (true) {
      if (tokens.takeIf(Token.Kind.DOT)) {
        steps.add(dot());
      } else if (tokens.head().is(Token.Kind.LEFT_BRACKET)) {
        steps.add(index());
      } else {
        return steps.isEmpty() ? root : new Node.Path(root, steps);
      }
    }
  }

  private Node.Step dot() {
    Token part = tokens.take();
    if (part.isName()) {
      return new Node.Step.Dot(part);
    }
    if (part.is(Token.Kind.STAR)) {
      return new Node.Step.Star(part);
    }
    throw Refusals.malformed("Invalid path dot component");
  }

  private Node.Step index() {
    Token open = tokens.take();
    Token star = tokens.head();
    if (star.is(Token.Kind.STAR)) {
      tokens.take();
      tokens.expect(Token.Kind.RIGHT_BRACKET);
      return new Node.Step.Wildcard(star);
    }
    Node index = parse();
    tokens.expect(Token.Kind.RIGHT_BRACKET);
    return new Node.Step.Index(open, index);
  }

  /** A path of names and literal indices, as targets of writes have to be. */
  Node simplePath() {
    if (!tokens.head().isName()) {
      throw Refusals.malformed("Expected identifier for simple path");
    }
    Node path = path(new Node.Name(tokens.take()));
    if (path instanceof Node.Path(Node root, List<Node.Step> steps)) {
      steps.forEach(ExpressionParser::checkSimple);
    }
    return path;
  }

  private static void checkSimple(Node.Step step) {
    switch (step) {
      case Node.Step.Star star ->
          throw Refusals.malformed("Invalid path dot component for simple path");
      case Node.Step.Wildcard wildcard ->
          throw Refusals.malformed("Invalid path component for simple path");
      case Node.Step.Index(Token token, Node index) -> {
        if (!(index instanceof Node.Literal) && !(index instanceof Node.Name)) {
          throw Refusals.malformed("Invalid path component for simple path");
        }
      }
      case Node.Step.Dot dot -> {}
    }
  }

  private Node term() {
    Token token = tokens.head();
    return switch (token.kind()) {
      case NAME, QUOTED_NAME -> {
        tokens.take();
        yield tokens.head().is(Token.Kind.LEFT_PAREN) ? call(token) : new Node.Name(token);
      }
      case STRING, NUMBER, BOOLEAN, NULL, MISSING, ION -> new Node.Literal(tokens.take(), false);
      case PARAMETER -> new Node.Parameter(tokens.take());
      case LEFT_PAREN -> group();
      case LEFT_BRACKET -> sequence(Token.Kind.RIGHT_BRACKET);
      case LEFT_BAG -> sequence(Token.Kind.RIGHT_BAG);
      case LEFT_CURLY -> struct();
      case KEYWORD -> keyword(token);
      case OPERATOR -> operatorTerm(token);
      default -> throw Refusals.malformed("Unexpected term");
    };
  }

  private Node operatorTerm(Token token) {
    if (!token.text().equals("@")) {
      throw Refusals.malformed("Unexpected operator");
    }
    tokens.take();
    if (!tokens.head().isName()) {
      throw Refusals.malformed("Identifier must follow @-operator");
    }
    return new Node.Name(tokens.take());
  }

  private Node keyword(Token token) {
    if (token.text().equals("select") || token.text().equals("pivot")) {
      tokens.take();
      return new Node.Subquery(token, selects.parse(token));
    }
    if (Keywords.FUNCTIONS.contains(token.text()) && tokens.second().is(Token.Kind.LEFT_PAREN)) {
      tokens.take();
      return call(token);
    }
    @Nullable Node special = new SpecialForms(tokens, this).parse(token);
    if (special == null) {
      throw Refusals.malformed("Unexpected keyword");
    }
    return special;
  }

  private Node call(Token name) {
    tokens.expect(Token.Kind.LEFT_PAREN);
    tokens.countOperators(1);
    if (tokens.takeIf(Token.Kind.RIGHT_PAREN)) {
      return new Node.Call(name, List.of());
    }
    boolean aggregate = Keywords.AGGREGATES.contains(name.text());
    if (tokens.head().is(Token.Kind.STAR)) {
      if (!name.text().equals("count")) {
        throw Refusals.malformed(name.text() + "(*) is not allowed");
      }
      tokens.take();
      tokens.expect(Token.Kind.RIGHT_PAREN);
      return new Node.Call(name, List.of());
    }
    if (aggregate && !tokens.takeWord("distinct")) {
      tokens.takeWord("all");
    }
    List<Node> arguments = list();
    tokens.expect(Token.Kind.RIGHT_PAREN);
    return new Node.Call(name, arguments);
  }

  private Node group() {
    Token open = tokens.take();
    List<Node> elements = list();
    tokens.expect(Token.Kind.RIGHT_PAREN);
    return elements.size() == 1 ? elements.getFirst() : new Node.Sequence(open, elements, false);
  }

  private Node sequence(Token.Kind close) {
    Token open = tokens.take();
    boolean bag = close == Token.Kind.RIGHT_BAG;
    if (tokens.takeIf(close)) {
      return new Node.Sequence(open, List.of(), bag);
    }
    List<Node> elements = list();
    tokens.expect(close);
    return new Node.Sequence(open, elements, bag);
  }

  private Node struct() {
    Token open = tokens.take();
    List<Node.Field> fields = new ArrayList<>();
    if (tokens.takeIf(Token.Kind.RIGHT_CURLY)) {
      return new Node.Struct(open, fields);
    }
    do {
      Node name = parse();
      tokens.expect(Token.Kind.COLON);
      fields.add(new Node.Field(name, parse()));
    } while (tokens.takeIf(Token.Kind.COMMA));
    tokens.expect(Token.Kind.RIGHT_CURLY);
    return new Node.Struct(open, fields);
  }

  /** One expression or more, with commas between them. */
  List<Node> list() {
    List<Node> elements = new ArrayList<>();
    do {
      elements.add(parse());
    } while (tokens.takeIf(Token.Kind.COMMA));
    return elements;
  }
}
