package dev.assay.engine.legacy;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.Comparison;
import dev.assay.engine.expression.Condition;
import dev.assay.engine.expression.DocumentPath;
import dev.assay.engine.expression.Operand;
import dev.assay.engine.value.AttributeValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What legacy conditions mean, and how {@code ConditionalOperator} joins them. */
final class LegacyConditions {
  private LegacyConditions() {}

  /**
   * The condition that one comparison makes. Attributes are always whole ones, whatever characters
   * their names have.
   */
  static Condition of(String attribute, ComparisonOperator operator, List<AttributeValue> values) {
    DocumentPath path = DocumentPath.of(attribute);
    Operand operand = new Operand.Path(path);
    return switch (operator) {
      case EQ -> compare(Comparison.EQUAL, operand, values);
      case NE -> compare(Comparison.NOT_EQUAL, operand, values);
      case LE -> compare(Comparison.LESS_OR_EQUAL, operand, values);
      case LT -> compare(Comparison.LESS, operand, values);
      case GE -> compare(Comparison.GREATER_OR_EQUAL, operand, values);
      case GT -> compare(Comparison.GREATER, operand, values);
      case NOT_NULL -> new Condition.AttributeExists(path);
      case NULL -> new Condition.AttributeNotExists(path);
      case CONTAINS -> new Condition.Contains(operand, first(values));
      // Unlike NE it wants an attribute to look into.
      case NOT_CONTAINS ->
          new Condition.And(
              new Condition.AttributeExists(path),
              new Condition.Not(new Condition.Contains(operand, first(values))));
      case BEGINS_WITH -> new Condition.BeginsWith(operand, first(values));
      case IN ->
          new Condition.In(operand, values.stream().<Operand>map(Operand.Literal::new).toList());
      case BETWEEN ->
          new Condition.Between(operand, first(values), new Operand.Literal(values.getLast()));
    };
  }

  /**
   * Joins conditions.
   *
   * @param conditionalOperator as sent; null if not sent, which means AND
   * @return null if there are no conditions
   */
  static @Nullable Condition join(
      List<Condition> conditions, @Nullable String conditionalOperator) {
    if (conditionalOperator != null && conditions.isEmpty()) {
      throw ServiceException.validation(
          "ConditionalOperator cannot be used without Filter or Expected");
    }
    if (conditionalOperator != null && conditions.size() == 1) {
      throw ServiceException.validation(
          "ConditionalOperator can only be used when Filter or Expected has two or more elements");
    }
    if (conditions.isEmpty()) {
      return null;
    }
    if (conditionalOperator == null || conditionalOperator.equals("AND")) {
      return Condition.allOf(conditions);
    }
    if (conditionalOperator.equals("OR")) {
      return Condition.anyOf(conditions);
    }
    // ALL for AND is the service's own slip (fact 117).
    throw ServiceException.validation("Member must satisfy enum value set: [ALL, OR]");
  }

  private static Condition compare(
      Comparison comparison, Operand operand, List<AttributeValue> values) {
    return new Condition.Compare(comparison, operand, first(values));
  }

  private static Operand first(List<AttributeValue> values) {
    return new Operand.Literal(values.getFirst());
  }
}
