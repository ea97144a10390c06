package dev.assay.engine.item;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;

/** The depth of documents (fact 46), for items that an update has put together. */
final class Nesting {
  private static final int MAX_LEVELS = 32;

  private Nesting() {}

  static void check(AttributeMap item) {
    for (int i = 0; i < item.size(); i++) {
      check(item.valueAt(i), 1);
    }
  }

  private static void check(AttributeValue value, int level) {
    if (level > MAX_LEVELS) {
      throw ServiceException.validation("Nesting Levels have exceeded supported limits");
    }
    if (value instanceof AttributeValue.L list) {
      for (AttributeValue element : list.elements()) {
        check(element, level + 1);
      }
    } else if (value instanceof AttributeValue.M map) {
      for (int i = 0; i < map.attributes().size(); i++) {
        check(map.attributes().valueAt(i), level + 1);
      }
    }
  }
}
