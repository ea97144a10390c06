package dev.assay.engine.partiql;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.DocumentPath;
import dev.assay.engine.expression.PathElement;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a SELECT. A row shows each value under the last name of its path: {@code m.x} as
 * {@code x}, {@code l[0]} as {@code l[0]}.
 */
record Columns(Map<String, DocumentPath> paths) {

  static Columns of(List<Query.Item> items) {
    Map<String, DocumentPath> paths = new LinkedHashMap<>();
    PathOverlaps overlaps = new PathOverlaps();
    List<DocumentPath> all = new ArrayList<>();
    for (Query.Item item : items) {
      if (item.aliased()) {
        throw Binder.aliasing();
      }
    }
    for (Query.Item item : items) {
      DocumentPath path = path(item.node());
      all.add(path);
      if (paths.put(nameOf(path), path) != null) {
        throw ServiceException.validation(
            "Duplicate identifiers in select clause: " + nameOf(path));
      }
    }
    all.forEach(overlaps::add);
    return new Columns(paths);
  }

  private static DocumentPath path(Node node) {
    if (!Paths.isPath(node)) {
      throw Paths.unexpected(node);
    }
    if (node instanceof Node.Path(Node root, List<Node.Step> steps)
        && steps.getLast() instanceof Node.Step.Star) {
      throw ServiceException.validation("Changing item's hierarchy while reading isn't supported");
    }
    return Paths.of(node);
  }

  private static String nameOf(DocumentPath path) {
    int last = path.elements().size() - 1;
    StringBuilder indices = new StringBuilder();
    while (path.elements().get(last) instanceof PathElement.Index index) {
      indices.insert(0, index);
      last--;
    }
    return path.elements().get(last) + indices.toString();
  }

  /** The attributes that the columns come from, each once, in their order. */
  List<String> attributes() {
    return paths.values().stream().map(DocumentPath::attribute).distinct().toList();
  }

  /** What a row shows of an item. */
  AttributeMap apply(AttributeMap item) {
    AttributeMap.Builder row = AttributeMap.builder();
    paths.forEach(
        (name, path) -> {
          AttributeValue value = path.find(item);
          if (value != null) {
            row.put(name, value);
          }
        });
    return row.build();
  }
}
