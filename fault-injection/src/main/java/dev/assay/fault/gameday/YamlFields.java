package dev.assay.fault.gameday;

import dev.assay.fault.NearestWord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The fields of one mapping of a YAML document; every complaint names line and field. */
final class YamlFields {
  private final String path;
  private final Node node;
  private final Map<String, NodeTuple> fields = new LinkedHashMap<>();

  YamlFields(String path, Node node) {
    this.path = path;
    this.node = node;
    if (!(node instanceof MappingNode mapping)) {
      throw new GameDayException(lineOf(node), path, "must be a mapping of names to values");
    }
    for (NodeTuple tuple : mapping.getValue()) {
      String name = scalar(tuple.getKeyNode(), path);
      if (fields.put(name, tuple) != null) {
        throw new GameDayException(lineOf(tuple.getKeyNode()), at(name), "is given twice");
      }
    }
  }

  static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
  }

  private static String scalar(Node node, String field) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw new GameDayException(lineOf(node), field, "must be a single value");
  }

  int line() {
    return lineOf(node);
  }

  int lineOf(String name) {
    NodeTuple tuple = fields.get(name);
    return tuple == null ? line() : lineOf(tuple.getKeyNode());
  }

  String at(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  GameDayException complaint(String name, String problem) {
    return new GameDayException(lineOf(name), at(name), problem);
  }

  /** Refuses every other field, with the nearest of the known ones. */
  void onlyKnown(String... names) {
    List<String> known = List.of(names);
    fields.forEach(
        (name, tuple) -> {
          if (!known.contains(name)) {
            throw new GameDayException(
                lineOf(tuple.getKeyNode()), at(name), "is not known" + suggestion(name, known));
          }
        });
  }

  static String suggestion(String word, Collection<String> known) {
    return NearestWord.to(word, known)
        .map(near -> "; did you mean \"" + near + "\"?")
        .orElse("; known are " + String.join(", ", known));
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  Collection<String> names() {
    return fields.keySet();
  }

  @Nullable Node value(String name) {
    NodeTuple tuple = fields.get(name);
    return tuple == null ? null : tuple.getValueNode();
  }

  Node required(String name) {
    Node value = value(name);
    if (value == null) {
      throw new GameDayException(line(), at(name), "must be given, was missing");
    }
    return value;
  }

  Optional<String> text(String name) {
    Node value = value(name);
    return value == null ? Optional.empty() : Optional.of(scalar(value, at(name)));
  }

  String requiredText(String name) {
    return scalar(required(name), at(name));
  }

  /** A text that is one of the known ones. */
  Optional<String> word(String name, Collection<String> known) {
    Optional<String> word = text(name);
    word.filter(given -> !known.contains(given))
        .ifPresent(
            given -> {
              throw complaint(
                  name, "must be a known word, was \"" + given + "\"" + suggestion(given, known));
            });
    return word;
  }

  Optional<BigDecimal> number(String name, double least, double most) {
    return text(name)
        .map(
            text -> {
              BigDecimal number;
              try {
                number = new BigDecimal(text.trim());
              } catch (NumberFormatException e) {
                throw complaint(name, "must be a number, was \"" + text + "\"");
              }
              if (number.doubleValue() < least || number.doubleValue() > most) {
                throw complaint(
                    name,
                    "must be between "
                        + Numbers.text(least)
                        + " and "
                        + Numbers.text(most)
                        + ", was "
                        + text);
              }
              return number;
            });
  }

  Optional<Long> whole(String name, long least, long most) {
    return number(name, (double) least, (double) most)
        .map(
            number -> {
              if (number.stripTrailingZeros().scale() > 0) {
                throw complaint(name, "must be a whole number, was " + number);
              }
              return number.longValue();
            });
  }

  Optional<Boolean> truth(String name) {
    return text(name)
        .map(
            text ->
                switch (text) {
                  case "true" -> true;
                  case "false" -> false;
                  default -> throw complaint(name, "must be true or false, was \"" + text + "\"");
                });
  }

  /** The texts of a list; none if it is not given. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Node element : elements(name)) {
      texts.add(scalar(element, at(name)));
    }
    return texts;
  }

  /** The mappings of a list, each read by {@code reader} with its place; none if not given. */
  <T> List<T> mappings(String name, BiFunction<YamlFields, Integer, T> reader) {
    List<T> read = new ArrayList<>();
    for (Node element : elements(name)) {
      read.add(
          reader.apply(new YamlFields(at(name) + "[" + read.size() + "]", element), read.size()));
    }
    return read;
  }

  private List<Node> elements(String name) {
    Node value = value(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw complaint(name, "must be a list");
  }

  /** The mapping of this name; an empty one if it is not given. */
  Optional<YamlFields> mapping(String name) {
    Node value = value(name);
    return value == null ? Optional.empty() : Optional.of(new YamlFields(at(name), value));
  }
}
