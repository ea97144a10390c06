package dev.assay.engine.expression;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a condition apart into clauses, or says why it is no key condition (facts 59 to 63). */
final class KeyClauses {
  private final List<KeyClause> clauses = new ArrayList<>(2);

  private KeyClauses() {}

  static List<KeyClause> of(Condition condition) {
    KeyClauses collector = new KeyClauses();
    collector.visit(condition);
    return collector.clauses;
  }

  private void visit(Condition condition) {
    switch (condition) {
      case Condition.And and -> {
        visit(and.left());
        visit(and.right());
      }
      case Condition.Compare compare -> add(compare);
      case Condition.Between between ->
          add(
              KeyOperator.BETWEEN,
              "BETWEEN",
              List.of(between.operand(), between.lower(), between.upper()));
      case Condition.BeginsWith begins ->
          add(
              KeyOperator.BEGINS_WITH,
              Function.BEGINS_WITH.spelling(),
              List.of(begins.operand(), begins.prefix()));
      case Condition.Or or -> throw invalidOperator("OR");
      case Condition.Not not -> throw invalidOperator("NOT");
      case Condition.In in -> throw invalidOperator("IN");
      case Condition.AttributeExists exists ->
          throw invalidOperator(Function.ATTRIBUTE_EXISTS.spelling());
      case Condition.AttributeNotExists missing ->
          throw invalidOperator(Function.ATTRIBUTE_NOT_EXISTS.spelling());
      case Condition.HasType type -> throw invalidOperator(Function.ATTRIBUTE_TYPE.spelling());
      case Condition.Contains contains -> throw invalidOperator(Function.CONTAINS.spelling());
    }
  }

  private void add(Condition.Compare compare) {
    boolean attributeFirst = compare.left() instanceof Operand.Path;
    Comparison comparison = attributeFirst ? compare.comparison() : compare.comparison().mirrored();
    KeyOperator operator =
        switch (comparison) {
          case EQUAL -> KeyOperator.EQUAL;
          case LESS -> KeyOperator.LESS;
          case LESS_OR_EQUAL -> KeyOperator.LESS_OR_EQUAL;
          case GREATER -> KeyOperator.GREATER;
          case GREATER_OR_EQUAL -> KeyOperator.GREATER_OR_EQUAL;
          case NOT_EQUAL -> throw invalidOperator("<>");
        };
    add(operator, List.of(compare.left(), compare.right()));
  }

  private void add(KeyOperator operator, String name, List<Operand> operands) {
    if (operands.getFirst() instanceof Operand.Literal) {
      throw invalidCondition(name + " operator must have the key attribute as its first operand");
    }
    add(operator, operands);
  }

  private void add(KeyOperator operator, List<Operand> operands) {
    String attribute = null;
    List<AttributeValue> values = new ArrayList<>(2);
    for (Operand operand : operands) {
      switch (operand) {
        case Operand.Literal(AttributeValue value) -> values.add(value);
        case Operand.Path(DocumentPath path) -> attribute = attribute(path, attribute);
        case Operand.Size size ->
            throw ServiceException.validation(
                "KeyConditionExpressions cannot contain nested operations");
      }
    }
    if (attribute == null) {
      throw invalidCondition("No key attribute specified");
    }
    for (KeyClause clause : clauses) {
      if (clause.attribute().equals(attribute)) {
        throw ServiceException.validation(
            "KeyConditionExpressions must only contain one condition per key");
      }
    }
    clauses.add(new KeyClause(attribute, operator, values));
  }

  private static String attribute(DocumentPath path, @Nullable String earlier) {
    if (earlier != null) {
      throw invalidCondition("Multiple attribute names used in one condition");
    }
    if (!path.isTopLevel()) {
      throw ServiceException.validation(
          "KeyConditionExpressions cannot have conditions on nested attributes");
    }
    return path.attribute();
  }

  private static ServiceException invalidOperator(String operator) {
    return ServiceException.validation(
        "Invalid operator used in KeyConditionExpression: " + operator);
  }

  private static ServiceException invalidCondition(String detail) {
    return ServiceException.validation("Invalid condition in KeyConditionExpression: " + detail);
  }
}
