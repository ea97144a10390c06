package dev.assay.engine.expression;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an item that a reader wants. List elements come back compacted in the order of their
 * indices, and several parts of one element stay one element (fact 79). Keys are not added.
 */
public final class Projection {
  private final List<DocumentPath> paths;
  private final Map<PathElement, PathTree.Node<Boolean>> attributes;

  private Projection(List<DocumentPath> paths, PathTree<Boolean> tree) {
    this.paths = List.copyOf(paths);
    this.attributes = tree.attributes();
  }

  /** Parses a projection; its placeholders count as used in {@code scope} from then. */
  public static Projection parse(String text, ExpressionScope scope) {
    return of(ProjectionParser.parse(text), scope);
  }

  /** The projection on whole attributes, as {@code AttributesToGet} asks for it. */
  public static Projection ofNames(List<String> names) {
    PathTree<Boolean> tree = new PathTree<>(ExpressionKind.PROJECTION);
    List<DocumentPath> paths = new ArrayList<>(names.size());
    for (String name : names) {
      DocumentPath path = DocumentPath.of(name);
      if (tree.attributes().containsKey(path.last())) {
        throw ServiceException.validation(
            "One or more parameter values were invalid: Duplicate value in attribute name: "
                + name);
      }
      tree.add(path, true);
      paths.add(path);
    }
    return new Projection(paths, tree);
  }

  /** The projection on paths that are known not to overlap. */
  static Projection of(List<DocumentPath> paths) {
    PathTree<Boolean> tree = new PathTree<>(ExpressionKind.PROJECTION);
    paths.forEach(path -> tree.add(path, true));
    return new Projection(paths, tree);
  }

  /** The service resolves and compares paths from the last to the first. */
  private static Projection of(List<DocumentPath> written, ExpressionScope scope) {
    PathTree<Boolean> tree = new PathTree<>(ExpressionKind.PROJECTION);
    List<DocumentPath> paths = new ArrayList<>(written.size());
    for (DocumentPath each : written.reversed()) {
      DocumentPath path = scope.path(ExpressionKind.PROJECTION, each);
      tree.add(path, true);
      paths.add(path);
    }
    return new Projection(paths.reversed(), tree);
  }

  /** The paths in the order in which they were asked for. */
  public List<DocumentPath> paths() {
    return paths;
  }

  /** The attributes that the paths start from, each once. */
  public List<String> attributes() {
    return paths.stream().map(DocumentPath::attribute).distinct().toList();
  }

  /** What {@code item} has of it. */
  public AttributeMap apply(AttributeMap item) {
    return applyToMap(attributes, item);
  }

  private static AttributeMap applyToMap(
      Map<PathElement, PathTree.Node<Boolean>> children, AttributeMap map) {
    AttributeMap.Builder result = AttributeMap.builder();
    children.forEach(
        (element, child) -> {
          String name = element.toString();
          AttributeValue value = map.find(name);
          AttributeValue part = value == null ? null : part(child, value);
          if (part != null) {
            result.put(name, part);
          }
        });
    return result.build();
  }

  private static @Nullable AttributeValue part(PathTree.Node<Boolean> node, AttributeValue value) {
    if (node.path != null) {
      return value;
    }
    return switch (node.children.keySet().iterator().next()) {
      case PathElement.Name name ->
          value instanceof AttributeValue.M(AttributeMap map) ? partOfMap(node, map) : null;
      case PathElement.Index index ->
          value instanceof AttributeValue.L(List<AttributeValue> elements)
              ? partOfList(node, elements)
              : null;
    };
  }

  private static @Nullable AttributeValue partOfMap(PathTree.Node<Boolean> node, AttributeMap map) {
    AttributeMap parts = applyToMap(node.children, map);
    return parts.isEmpty() ? null : new AttributeValue.M(parts);
  }

  private static @Nullable AttributeValue partOfList(
      PathTree.Node<Boolean> node, List<AttributeValue> elements) {
    List<AttributeValue> parts = new ArrayList<>();
    node.inIndexOrder()
        .forEach(
            (index, child) -> {
              AttributeValue part =
                  index < elements.size() ? part(child, elements.get(index)) : null;
              if (part != null) {
                parts.add(part);
              }
            });
    return parts.isEmpty() ? null : new AttributeValue.L(parts);
  }
}
