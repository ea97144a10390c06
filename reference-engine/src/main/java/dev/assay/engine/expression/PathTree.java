package dev.assay.engine.expression;

import dev.assay.engine.error.ServiceException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Document paths that may not overlap, each with what is to happen there.
 *
 * <p>The service keeps them in Java hash maps and walks those from their last entry to their first,
 * and which of several errors it reports depends on that; hence the plain {@link HashMap}s here.
 *
 * @param <T> what a path carries
 */
final class PathTree<T> {
  /** One step. A leaf carries a path and its load; any other node has children of one sort. */
  static final class Node<T> {
    private final Map<PathElement, Node<T>> children = new HashMap<>();
    private @Nullable DocumentPath path;
    private @Nullable T load;

    /** What the path that ends here carries; null if longer paths go on from here. */
    @Nullable T load() {
      return load;
    }

    /** Calls {@code visitor} for every child of a map. */
    void eachName(BiConsumer<String, Node<T>> visitor) {
      children.forEach((element, child) -> visitor.accept(element.toString(), child));
    }

    /** Calls {@code visitor} for every child of a list, in the order of the indices. */
    void eachIndex(BiConsumer<Integer, Node<T>> visitor) {
      List<PathElement.Index> indices = new ArrayList<>(children.size());
      for (PathElement element : children.keySet()) {
        if (element instanceof PathElement.Index index) {
          indices.add(index);
        }
      }
      indices.sort((a, b) -> Integer.compare(a.index(), b.index()));
      for (PathElement.Index index : indices) {
        Node<T> child = children.get(index);
        if (child != null) {
          visitor.accept(index.index(), child);
        }
      }
    }

    /** Whether paths go on from here by index. */
    boolean isList() {
      return !children.isEmpty()
          && children.keySet().iterator().next() instanceof PathElement.Index;
    }
  }

  private final ExpressionKind expression;
  private final Node<T> root = new Node<>();

  PathTree(ExpressionKind expression) {
    this.expression = expression;
  }

  /** The item itself: its children are the attributes that paths start from. */
  Node<T> root() {
    return root;
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
        if (!node.children.isEmpty() && node.isList() != element instanceof PathElement.Index) {
          throw clash("conflict", path, lastPathUnder(node));
        }
        child = new Node<>();
        node.children.put(element, child);
      }
      node = child;
    }
    DocumentPath ended = node.path;
    if (ended != null) {
      throw clash("overlap", path, ended);
    }
    if (!node.children.isEmpty()) {
      throw clash("overlap", path, lastPathUnder(node));
    }
    node.path = path;
    node.load = load;
  }

  /** All paths and their loads, in the order in which the service comes to them. */
  void walk(BiConsumer<DocumentPath, T> visitor) {
    walk(root, visitor);
  }

  private static <T> void walk(Node<T> node, BiConsumer<DocumentPath, T> visitor) {
    if (node.path != null && node.load != null) {
      visitor.accept(node.path, node.load);
      return;
    }
    List<Node<T>> children = new ArrayList<>(node.children.values());
    for (Node<T> child : children.reversed()) {
      walk(child, visitor);
    }
  }

  /** Of several paths in the way the service names the first that it comes to. */
  private static <T> DocumentPath lastPathUnder(Node<T> node) {
    Node<T> last = node;
    DocumentPath path = node.path;
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
