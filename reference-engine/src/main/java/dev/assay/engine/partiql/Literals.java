package dev.assay.engine.partiql;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.DynamoNumber;
import dev.assay.engine.value.NumberProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * Turns literals and parameters into values. A refusal says where inside the value the trouble is:
 * {@code under root}, {@code under root.x}, {@code under root[1]}.
 */
final class Literals {
  /** Levels of lists and maps that a value may have around its leaf (fact 46). */
  private static final int MAX_LEVELS = 32;

  private static final String INVALID = "One or more parameter values were invalid: ";

  private final List<AttributeValue> parameters;

  /**
   * @param parameters as many as the statement takes, or more
   */
  Literals(List<AttributeValue> parameters) {
    this.parameters = parameters;
  }

  /** Whether this stands for a value by itself, without any item. */
  static boolean isValue(Node node) {
    return node instanceof Node.Literal
        || node instanceof Node.Parameter
        || node instanceof Node.Sequence
        || node instanceof Node.Struct;
  }

  /** The value of an operand, or of an attribute of an item. */
  AttributeValue read(Node node) {
    return node instanceof Node.Parameter parameter
        ? parameters.get(parameter.index())
        : read(node, "root", 1);
  }

  /** The item that an INSERT writes. */
  AttributeMap readItem(Node.Struct struct) {
    AttributeMap.Builder item = AttributeMap.builder();
    for (Node.Field field : struct.fields()) {
      String name = nameOf(field, "root");
      if (item.has(name)) {
        throw Refusals.at(
            "Duplicate keys in tuple. Key: " + name + " under root", field.name().token());
      }
      item.put(name, read(field.value()));
    }
    return item.build();
  }

  private AttributeValue read(Node node, String path, int level) {
    return switch (node) {
      case Node.Literal literal -> scalar(literal, path);
      case Node.Sequence sequence ->
          sequence.bag() ? set(sequence, path) : list(sequence, path, level);
      case Node.Struct struct -> map(struct, path, level);
      default -> throw unsupported(node, path);
    };
  }

  private static AttributeValue scalar(Node.Literal literal, String path) {
    Token token = literal.token();
    return switch (token.kind()) {
      case STRING -> new AttributeValue.S(token.text());
      case NUMBER -> new AttributeValue.N(number(literal, path));
      case BOOLEAN -> AttributeValue.Bool.of(token.text().equals("true"));
      case NULL -> AttributeValue.Null.INSTANCE;
      case ION ->
          throw Refusals.at(
              "Ion Literals are not supported: " + token.text() + " under key " + path, token);
      default -> throw unsupported(literal, path);
    };
  }

  private static DynamoNumber number(Node.Literal literal, String path) {
    try {
      return NumberLiterals.read(literal.token().text(), literal.negative());
    } catch (NumberProblemException e) {
      throw ServiceException.validation(e.problem().text() + " under " + path);
    }
  }

  /** Directly in an item the service prints what is written, further inside what it took it for. */
  private static ServiceException unsupported(Node node, String path) {
    String what = path.equals("root") ? node.token().text() : NodeNames.of(node);
    if (node instanceof Node.Literal) {
      what = path.equals("root") ? "MISSING" : "Missing";
    }
    return Refusals.at("Unsupported data type: " + what + " under key " + path, node.token());
  }

  private static int deeper(int level, String path) {
    if (level + 1 > MAX_LEVELS) {
      throw ServiceException.validation(
          "Nesting Levels have exceeded supported limits under " + path);
    }
    return level + 1;
  }

  private AttributeValue list(Node.Sequence sequence, String path, int level) {
    int inner = deeper(level, path);
    List<AttributeValue> elements = new ArrayList<>(sequence.elements().size());
    for (Node element : sequence.elements()) {
      elements.add(read(element, path + "[" + elements.size() + "]", inner));
    }
    return new AttributeValue.L(elements);
  }

  private AttributeValue map(Node.Struct struct, String path, int level) {
    int inner = deeper(level, path);
    AttributeMap.Builder entries = AttributeMap.builder();
    for (Node.Field field : struct.fields()) {
      String name = nameOf(field, path);
      if (entries.has(name)) {
        throw Refusals.at(
            "Duplicate keys in tuple. Key: " + name + " under " + path, struct.token());
      }
      entries.put(name, read(field.value(), path + "." + name, inner));
    }
    return new AttributeValue.M(entries.build());
  }

  private static String nameOf(Node.Field field, String path) {
    if (field.name() instanceof Node.Literal literal && literal.token().is(Token.Kind.STRING)) {
      if (literal.token().text().isEmpty()) {
        throw Refusals.emptyName();
      }
      return literal.token().text();
    }
    throw Refusals.at(
        "Tuple keys must be of type String. Actual type: "
            + NodeNames.of(field.name())
            + " under "
            + path,
        field.name().token());
  }

  private static AttributeValue set(Node.Sequence bag, String path) {
    if (bag.elements().isEmpty()) {
      throw Refusals.at("Empty bags are not supported", bag.token());
    }
    Token first = bag.elements().getFirst().token();
    boolean literal = bag.elements().getFirst() instanceof Node.Literal;
    if (literal && first.is(Token.Kind.STRING)) {
      return stringSet(bag, path);
    }
    if (literal && first.is(Token.Kind.NUMBER)) {
      return numberSet(bag, path);
    }
    throw Refusals.at(notInBags(), first);
  }

  private static String notInBags() {
    return "Unsupported data type in Bag. DynamoDB only supports either numbers or strings in bags";
  }

  private static AttributeValue stringSet(Node.Sequence bag, String path) {
    List<String> members = new ArrayList<>();
    for (Node element : bag.elements()) {
      if (!(element instanceof Node.Literal) || !element.token().is(Token.Kind.STRING)) {
        throw Refusals.at(notInBags(), element.token());
      }
      members.add(element.token().text());
    }
    if (new HashSet<>(members).size() < members.size()) {
      throw duplicates(members, path);
    }
    return AttributeValue.SS.of(members);
  }

  private static AttributeValue numberSet(Node.Sequence bag, String path) {
    List<DynamoNumber> members = new ArrayList<>();
    for (Node element : bag.elements()) {
      if (!(element instanceof Node.Literal literal)) {
        throw Refusals.at(
            "Unsupported data type: " + NodeNames.of(element) + " under key " + path,
            element.token());
      }
      if (!literal.token().is(Token.Kind.NUMBER)) {
        if (literal.token().is(Token.Kind.ION)) {
          scalar(literal, path);
        }
        throw ServiceException.validation(notInBags());
      }
      members.add(number(literal, path));
    }
    if (new HashSet<>(members).size() < members.size()) {
      throw duplicates(members.stream().map(DynamoNumber::text).toList(), path);
    }
    return AttributeValue.NS.of(members);
  }

  private static ServiceException duplicates(List<String> members, String path) {
    return ServiceException.validation(
        INVALID
            + "Input collection ["
            + String.join(", ", members)
            + "] contains duplicates. under "
            + path);
  }
}
