package dev.assay.engine.partiql;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.DocumentPath;
import dev.assay.engine.expression.PathElement;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Turns names and paths into document paths. */
final class Paths {
  private static final BigInteger MAX_INDEX = BigInteger.valueOf(Integer.MAX_VALUE);

  private Paths() {}

  static boolean isPath(Node node) {
    return node instanceof Node.Name || node instanceof Node.Path;
  }

  /** The document path; the node must be a name or a path. */
  static DocumentPath of(Node node) {
    List<PathElement> elements = new ArrayList<>();
    switch (node) {
      case Node.Name name -> elements.add(name(name.token()));
      case Node.Path path -> {
        if (!(path.root() instanceof Node.Name name)) {
          throw unexpected(path.root());
        }
        elements.add(name(name.token()));
        path.steps().forEach(step -> elements.add(element(step)));
      }
      default -> throw unexpected(node);
    }
    return new DocumentPath(elements);
  }

  static ServiceException unexpected(Node node) {
    return Refusals.at("Unexpected path component", node.token());
  }

  private static PathElement element(Node.Step step) {
    return switch (step) {
      case Node.Step.Dot(Token token) -> name(token);
      case Node.Step.Index(Token token, Node index) -> index(index);
      case Node.Step.Star(Token token) ->
          throw Refusals.at("Unpivot path component like a.*.b are not supported", token);
      case Node.Step.Wildcard(Token token) ->
          throw Refusals.at("Wildcard path component like a[*].b are not supported", token);
    };
  }

  private static PathElement name(Token token) {
    if (token.text().isEmpty()) {
      throw Refusals.emptyName();
    }
    return new PathElement.Name(token.text());
  }

  /** What stands in brackets: an index, or a name in another spelling. */
  private static PathElement index(Node index) {
    if (index instanceof Node.Name(Token name)) {
      return name(name);
    }
    if (!(index instanceof Node.Literal(Token token, boolean negative))) {
      throw unexpected(index);
    }
    if (token.is(Token.Kind.STRING)) {
      return name(token);
    }
    if (!token.is(Token.Kind.NUMBER) || !isWhole(token.text())) {
      throw unexpected(index);
    }
    BigInteger value = new BigInteger(token.text());
    BigInteger signed = negative ? value.negate() : value;
    if (signed.signum() < 0 || signed.compareTo(MAX_INDEX) > 0) {
      throw Refusals.at(
          "List index is not within the allowable range; index: [" + signed + "]", token);
    }
    return new PathElement.Index(signed.intValue());
  }

  private static boolean isWhole(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
