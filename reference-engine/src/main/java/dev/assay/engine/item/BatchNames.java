package dev.assay.engine.item;

/** The constraint on the table names that are keys of a batch's map. */
final class BatchNames {
  static final String CONSTRAINT =
      "Map keys must satisfy constraint: [Member must have length less than or equal to 255, Member"
          + " must have length greater than or equal to 3, Member must satisfy regular expression"
          + " pattern: [a-zA-Z0-9_.-]+]";

  private BatchNames() {}

  static boolean isTableName(String name) {
    return name.startsWith("arn:")
        || (name.length() >= 3 && name.length() <= 255 && ItemMembers.isResourceName(name));
  }
}
