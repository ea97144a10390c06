package dev.assay.engine.legacy;

import dev.assay.engine.expression.Condition;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code QueryFilter} and {@code ScanFilter}. */
public final class LegacyFilter {
  private LegacyFilter() {}

  /**
   * The condition that a filter makes.
   *
   * @param member the request member that holds it, as constraint messages spell it: {@code
   *     queryFilter} or {@code scanFilter}
   * @param conditions by attribute, in the order of the request; null if not sent
   * @param conditionalOperator null if not sent
   * @return null if there is no condition
   */
  public static @Nullable Condition condition(
      String member,
      @Nullable Map<String, LegacyCondition> conditions,
      @Nullable String conditionalOperator) {
    List<Condition> parts = new ArrayList<>();
    if (conditions != null) {
      checkOperatorsPresent(member, conditions);
      conditions.forEach((attribute, condition) -> parts.add(part(attribute, condition)));
    }
    return LegacyConditions.join(parts, conditionalOperator);
  }

  /** A condition without an operator breaks a constraint of the request's shape. */
  static void checkOperatorsPresent(String member, Map<String, LegacyCondition> conditions) {
    conditions.forEach(
        (attribute, condition) ->
            Constraints.echoing()
                .required(
                    member + "." + attribute + ".member.comparisonOperator",
                    condition.comparisonOperator())
                .verify());
  }

  /** The operator of a condition that is known to have one, its values checked. */
  static ComparisonOperator operator(String attribute, LegacyCondition condition) {
    InvalidParameter.checkName(attribute);
    String name = condition.comparisonOperator();
    ComparisonOperator operator = ComparisonOperator.named(name == null ? "" : name);
    operator.check(values(condition));
    return operator;
  }

  static List<AttributeValue> values(LegacyCondition condition) {
    return condition.values() == null ? List.of() : condition.values();
  }

  private static Condition part(String attribute, LegacyCondition condition) {
    ComparisonOperator operator = operator(attribute, condition);
    return LegacyConditions.of(attribute, operator, values(condition));
  }
}
