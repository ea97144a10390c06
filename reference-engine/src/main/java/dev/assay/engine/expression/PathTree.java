package dev.assay.engine.expression;

import dev.assay.engine.error.ServiceException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Document paths that may not overlap, each with what is to happen there.
 *
 * @param <T> what a path carries
 */
final class PathTree<T> {
  /** One step. A leaf carries a path and its load; any other node has children of one sort. */
  static final class Node<T> {
    /** By name or by index, never both; in no particular order. */
    final Map<PathElement, Node<T>> children = new HashMap<>(4);

    @Nullable DocumentPath path;
    @Nullable T load;

    /** The children of a list, by index. */
    SortedMap<Integer, Node<T>> inIndexOrder() {
      SortedMap<Integer, Node<T>> sorted = new TreeMap<>();
      children.forEach(
          (element, child) -> {
            if (element instanceof PathElement.Index(int index)) {
              sorted.put(index, child);
            }
          });
      return sorted;
    }
  }

  private final ExpressionKind expression;
  private final Node<T> root = new Node<>();

  PathTree(ExpressionKind expression) {
    this.expression = expression;
  }

  Map<PathElement, Node<T>> attributes() {
    return root.children;
  }

  /** Adds a path, or refuses it because of one that is already there. */
  void add(DocumentPath path, T load) {
    Node<T> node = root;
    for (PathElement element : path.elements()) {
      DocumentPath ended = node.path;
      if (ended != null) {
        throw clash("overlap", path, ended);
      }
      Node<T> child = node.children.get(element);
      if (child == null) {
        checkSort(path, element, node);
        child = new Node<>();
        node.children.put(element, child);
      }
      node = child;
    }
    if (node.path != null || !node.children.isEmpty()) {
      throw clash("overlap", path, lastPathUnder(node));
    }
    node.path = path;
    node.load = load;
  }

  /** A node is a map to all of its paths or a list to all of them. */
  private void checkSort(DocumentPath path, PathElement element, Node<T> node) {
    if (!node.children.isEmpty()) {
      PathElement sibling = node.children.keySet().iterator().next();
      if (sibling.getClass() != element.getClass()) {
        throw clash("conflict", path, lastPathUnder(node));
      }
    }
  }

  /** The service names the last in the order of its hash map, which is Java's. */
  private static <T> DocumentPath lastPathUnder(Node<T> node) {
    Node<T> last = node;
    DocumentPath path = last.path;
    while (path == null) {
      for (Node<T> child : last.children.values()) {
        last = child;
      }
      path = last.path;
    }
    return path;
  }

  private ServiceException clash(String how, DocumentPath path, DocumentPath earlier) {
    return expression.invalid(
        "Two document paths "
            + how
            + " with each other; must remove or rewrite one of these paths; path one: "
            + path
            + ", path two: "
            + earlier);
  }
}
