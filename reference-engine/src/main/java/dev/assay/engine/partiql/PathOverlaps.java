package dev.assay.engine.partiql;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.DocumentPath;
import dev.assay.engine.expression.PathElement;
import java.util.ArrayList;
import java.util.List;

/** Refuses document paths of one clause that lead into one another. */
final class PathOverlaps {
  private final List<DocumentPath> paths = new ArrayList<>();

  /** Adds a path, or refuses it because of an earlier one. */
  void add(DocumentPath path) {
    for (DocumentPath earlier : paths) {
      check(path, earlier);
    }
    paths.add(path);
  }

  private static void check(DocumentPath path, DocumentPath earlier) {
    int shared = Math.min(path.elements().size(), earlier.elements().size());
    for (int i = 0; i < shared; i++) {
      PathElement mine = path.elements().get(i);
      PathElement theirs = earlier.elements().get(i);
      if (!mine.equals(theirs)) {
        if (mine.getClass() != theirs.getClass()) {
          throw clash("conflict", path, earlier);
        }
        return;
      }
    }
    throw clash("overlap", path, earlier);
  }

  private static ServiceException clash(String how, DocumentPath path, DocumentPath earlier) {
    return ServiceException.validation(
        "Two document paths "
            + how
            + " with each other; must remove or rewrite one of these paths; path one: "
            + path
            + ", path two: "
            + earlier);
  }
}
