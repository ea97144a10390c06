package dev.assay.engine.request;

import java.util.List;

/**
 * The values that a member may have.
 *
 * @param values in the order in which the service prints them, which differs between operations
 */
public record Choices(List<String> values) {
  public static final Choices RETURN_CONSUMED_CAPACITY = of("INDEXES", "TOTAL", "NONE");
  public static final Choices RETURN_ITEM_COLLECTION_METRICS = of("SIZE", "NONE");
  public static final Choices RETURN_VALUES =
      of("ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW");
  public static final Choices RETURN_VALUES_NEWER =
      of("ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATE_NEW");
  public static final Choices RETURN_VALUES_ON_FAILURE = of("ALL_OLD", "NONE");
  public static final Choices CONDITIONAL_OPERATOR = of("OR", "AND");
  public static final Choices SELECT =
      of("SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES");
  public static final Choices COMPARISON_OPERATOR =
      of(
          "IN",
          "NULL",
          "BETWEEN",
          "LT",
          "NOT_CONTAINS",
          "EQ",
          "GT",
          "NOT_NULL",
          "NE",
          "LE",
          "BEGINS_WITH",
          "GE",
          "CONTAINS");

  public Choices {
    values = List.copyOf(values);
  }

  public static Choices of(String... values) {
    return new Choices(List.of(values));
  }

  public boolean allow(String value) {
    return values.contains(value);
  }

  /** As the service prints it: {@code [INDEXES, TOTAL, NONE]}. */
  @Override
  public String toString() {
    return values.toString();
  }
}
