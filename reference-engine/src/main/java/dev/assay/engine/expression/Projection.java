package dev.assay.engine.expression;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an item that a reader wants. List elements come back compacted in the order of their
 * indices, and several parts of one element stay one element (fact 79). Keys are not added.
 */
public final class Projection {
  private final List<DocumentPath> paths;
  private final PathTree.Node<Boolean> root;

  private Projection(List<DocumentPath> paths, PathTree<Boolean> tree) {
    this.paths = List.copyOf(paths);
    this.root = tree.root();
  }

  /** Parses a projection; its placeholders count as used in {@code scope} from then. */
  public static Projection parse(String text, ExpressionScope scope) {
    return of(ProjectionParser.parse(text), scope);
  }

  /** The projection on whole attributes, as {@code AttributesToGet} asks for it. */
  public static Projection ofNames(List<String> names) {
    PathTree<Boolean> tree = new PathTree<>(ExpressionKind.PROJECTION);
    List<DocumentPath> paths = new ArrayList<>(names.size());
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw ServiceException.validation(
            "One or more parameter values were invalid: Duplicate value in attribute name: "
                + name);
      }
      DocumentPath path = DocumentPath.of(name);
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
    return partOfMap(root, item);
  }

  private static AttributeMap partOfMap(PathTree.Node<Boolean> node, AttributeMap map) {
    AttributeMap.Builder parts = AttributeMap.builder();
    node.eachName(
        (name, child) -> {
          AttributeValue value = map.find(name);
          AttributeValue part = value == null ? null : part(child, value);
          if (part != null) {
            parts.put(name, part);
          }
        });
    return parts.build();
  }

  private static @Nullable AttributeValue part(PathTree.Node<Boolean> node, AttributeValue value) {
    if (node.load() != null) {
      return value;
    }
    if (node.isList()) {
      return value instanceof AttributeValue.L(List<AttributeValue> elements)
          ? partOfList(node, elements)
          : null;
    }
    if (value instanceof AttributeValue.M(AttributeMap map)) {
      AttributeMap parts = partOfMap(node, map);
      return parts.isEmpty() ? null : new AttributeValue.M(parts);
    }
    return null;
  }

  private static @Nullable AttributeValue partOfList(
      PathTree.Node<Boolean> node, List<AttributeValue> elements) {
    List<AttributeValue> parts = new ArrayList<>();
    node.eachIndex(
        (index, child) -> {
          AttributeValue part = index < elements.size() ? part(child, elements.get(index)) : null;
          if (part != null) {
            parts.add(part);
          }
        });
    return parts.isEmpty() ? null : new AttributeValue.L(parts);
  }
}
