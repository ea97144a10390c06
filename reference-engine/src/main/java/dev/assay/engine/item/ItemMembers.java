package dev.assay.engine.item;

import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import org.jspecify.annotations.Nullable;

/** The constraints of members that several item operations have. */
public final class ItemMembers {
  private static final int MAX_NAME_CHARS = 255;
  private static final int MAX_ARN_CHARS = 1024;

  private ItemMembers() {}

  /**
   * A required table name, which may be an ARN. An empty one is refused at once, alone and in the
   * newer wording.
   */
  static void tableName(Constraints constraints, @Nullable String name) {
    if (name != null && name.isEmpty()) {
      Constraints.naming().length("tableName", name, 1, MAX_ARN_CHARS).verify();
    }
    constraints.required("tableName", name);
    if (name == null) {
      return;
    }
    if (name.length() > MAX_ARN_CHARS) {
      constraints.length("tableName", name, 1, MAX_ARN_CHARS);
    } else if (!name.startsWith("arn:")) {
      resourceName(constraints, "tableName", name);
    }
  }

  /** A table's or an index's name. */
  public static void resourceName(Constraints constraints, String member, @Nullable String name) {
    if (name != null && !isResourceName(name)) {
      constraints.pattern(member, name, Constraints.NAME);
    }
    constraints.length(member, name, 3, MAX_NAME_CHARS);
  }

  /** The pattern of names, without the cost of a regular expression on every request. */
  public static boolean isResourceName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean allowed =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '_'
              || c == '.'
              || c == '-';
      if (!allowed) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  static void returnConsumedCapacity(Constraints constraints, ItemRequest request) {
    constraints.oneOf(
        "returnConsumedCapacity", request.returnConsumedCapacity, Choices.RETURN_CONSUMED_CAPACITY);
  }
}
