package dev.assay.engine.expression;

import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way to a value inside an item: an attribute, then map keys and list indices.
 *
 * @param elements at least one, of which the first is a {@link PathElement.Name}
 */
public record DocumentPath(List<PathElement> elements) {
  /** Longest path that an expression may hold. */
  static final int MAX_ELEMENTS = 32;

  public DocumentPath {
    elements = List.copyOf(elements);
  }

  /** The path of a whole attribute. */
  public static DocumentPath of(String attribute) {
    return new DocumentPath(List.of(new PathElement.Name(attribute)));
  }

  /** The attribute that the path starts from. */
  public String attribute() {
    return elements.getFirst().toString();
  }

  /** Whether the path names a whole attribute. */
  public boolean isTopLevel() {
    return elements.size() == 1;
  }

  public PathElement last() {
    return elements.getLast();
  }

  /** The value at this path, or null if there is none or something on the way has another shape. */
  public @Nullable AttributeValue find(AttributeMap item) {
    AttributeValue value = item.find(attribute());
    for (int i = 1; i < elements.size() && value != null; i++) {
      value = step(value, elements.get(i));
    }
    return value;
  }

  /** The value that the last element of this path would be looked up in; null for none. */
  @Nullable AttributeValue findParent(AttributeMap item) {
    AttributeValue value = item.find(attribute());
    for (int i = 1; i < elements.size() - 1 && value != null; i++) {
      value = step(value, elements.get(i));
    }
    return value;
  }

  private static @Nullable AttributeValue step(AttributeValue value, PathElement element) {
    return switch (element) {
      case PathElement.Name(String name) ->
          value instanceof AttributeValue.M map ? map.attributes().find(name) : null;
      case PathElement.Index(int index) ->
          value instanceof AttributeValue.L list && index < list.elements().size()
              ? list.elements().get(index)
              : null;
    };
  }

  /** As error messages print it: {@code [a, [0], b]}. */
  @Override
  public String toString() {
    return elements.toString();
  }
}
