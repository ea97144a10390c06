package dev.assay.engine.vector;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.Comparison;
import dev.assay.engine.expression.Condition;
import dev.assay.engine.expression.DocumentPath;
import dev.assay.engine.expression.ExpressionKind;
import dev.assay.engine.expression.ExpressionScope;
import dev.assay.engine.expression.Operand;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.VectorIndex;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which entries a search looks at: those with these values. Equality is all that the service has
 * (fact 6).
 */
record SearchCondition(Map<String, AttributeValue> equalities) {
  static final SearchCondition NONE = new SearchCondition(Map.of());

  private static final String EXPRESSION = "SearchConditionExpression";
  private static final String INVALID = "Invalid " + EXPRESSION + ": ";

  /** Parses a condition; its placeholders count as used in {@code scope} from then. */
  static SearchCondition parse(String text, ExpressionScope scope) {
    Map<String, AttributeValue> equalities = new LinkedHashMap<>();
    collect(Condition.parse(ExpressionKind.SEARCH_CONDITION, text, scope), equalities);
    return new SearchCondition(equalities);
  }

  private static void collect(Condition condition, Map<String, AttributeValue> equalities) {
    switch (condition) {
      case Condition.And and -> {
        collect(and.left(), equalities);
        collect(and.right(), equalities);
      }
      case Condition.Compare(Comparison comparison, Operand left, Operand right) -> {
        if (comparison != Comparison.EQUAL) {
          throw invalid("Invalid comparator used in " + EXPRESSION);
        }
        if (left instanceof Operand.Path(DocumentPath path)
            && right instanceof Operand.Literal(AttributeValue value)) {
          add(path, value, equalities);
        } else if (left instanceof Operand.Literal(AttributeValue value)
            && right instanceof Operand.Path(DocumentPath path)) {
          add(path, value, equalities);
        } else {
          throw invalid("Invalid operator used in " + EXPRESSION);
        }
      }
      case Condition.Between ignored -> throw invalid("Invalid comparator used in " + EXPRESSION);
      case Condition.Or ignored -> throw invalidOperator();
      case Condition.Not ignored -> throw invalidOperator();
      case Condition.In ignored -> throw invalidOperator();
      case Condition.BeginsWith ignored -> throw invalidOperator();
      case Condition.Contains ignored -> throw invalidOperator();
      case Condition.AttributeExists ignored -> throw invalidOperator();
      case Condition.AttributeNotExists ignored -> throw invalidOperator();
      case Condition.HasType ignored -> throw invalidOperator();
    }
  }

  private static void add(
      DocumentPath path, AttributeValue value, Map<String, AttributeValue> equalities) {
    if (!path.isTopLevel()) {
      throw ServiceException.validation(
          EXPRESSION + " cannot have conditions on nested attributes");
    }
    if (equalities.putIfAbsent(path.attribute(), value) != null) {
      throw ServiceException.validation(
          EXPRESSION + " must only contain one condition per attribute");
    }
  }

  /** Checks that it fits the index's search schema. */
  void checkAgainst(VectorIndex index, TableDefinition table) {
    if (equalities.isEmpty()) {
      if (index.hasHash()) {
        throw ServiceException.validation(
            EXPRESSION + " must be provided when SearchSchema has a HASH key");
      }
      return;
    }
    if (!equalities.keySet().stream().allMatch(index::searches)) {
      throw ServiceException.validation(
          EXPRESSION + " must not contain any attributes outside the vector index search schema");
    }
    for (VectorIndex.SearchAttribute attribute : index.searchSchema()) {
      if (attribute.role() == VectorIndex.Role.HASH && !equalities.containsKey(attribute.name())) {
        throw ServiceException.validation(EXPRESSION + " must have all HASH attributes");
      }
    }
    for (KeyAttribute attribute : table.attributeDefinitions()) {
      AttributeValue value = equalities.get(attribute.name());
      if (value != null && value.type() != attribute.type()) {
        throw ServiceException.validation(
            "Search condition value for attribute '"
                + attribute.name()
                + "' does not match type in search schema");
      }
    }
  }

  /** Whether it holds for what the index has of an item. */
  boolean matches(AttributeMap attributes) {
    for (Map.Entry<String, AttributeValue> equality : equalities.entrySet()) {
      if (!equality.getValue().equals(attributes.find(equality.getKey()))) {
        return false;
      }
    }
    return true;
  }

  private static ServiceException invalidOperator() {
    return invalid("Invalid operator used in " + EXPRESSION);
  }

  private static ServiceException invalid(String problem) {
    return ServiceException.validation(INVALID + problem);
  }
}
