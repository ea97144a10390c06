package dev.assay.engine.item;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.Condition;
import dev.assay.engine.expression.ExpressionKind;
import dev.assay.engine.expression.ExpressionScope;
import dev.assay.engine.expression.UpdateExpression;
import dev.assay.engine.json.WireAttributes;
import dev.assay.engine.value.AttributeMap;
import org.jspecify.annotations.Nullable;

/**
 * The values and expressions of a single-item write, checked in the service's order: mixtures, the
 * item's or key's own values, ReturnValues, placeholders, expressions, unused placeholders.
 *
 * @param guard the condition
 * @param update the update; of no effect for the operations that have none
 */
record WriteExpressions(Guard guard, UpdateExpression update) {

  static WriteExpressions ofPutOrDelete(
      ItemRequest request, Layer layer, @Nullable WireAttributes subject) {
    try {
      Mixture mixture =
          new Mixture()
              .legacy("Expected", request.expected)
              .legacy("ConditionalOperator", request.conditionalOperator)
              .expression("ConditionExpression", request.conditionExpression)
              .check();
      layer.check(subject);
      WriteMembers.refuseNewValues(request.returnValues);
      ExpressionScope scope = scope(request, layer, mixture, "");
      Condition condition = condition(request, layer, scope);
      scope.checkAllUsed();
      return new WriteExpressions(guard(request, condition), UpdateExpression.NOTHING);
    } catch (ServiceException refusal) {
      throw layer.form(refusal);
    }
  }

  static WriteExpressions ofUpdate(ItemRequest request, Layer layer) {
    try {
      Mixture mixture =
          new Mixture()
              .legacy("AttributeUpdates", request.attributeUpdates)
              .legacy("Expected", request.expected)
              .legacy("ConditionalOperator", request.conditionalOperator)
              .expression("UpdateExpression", request.updateExpression)
              .expression("ConditionExpression", request.conditionExpression)
              .check();
      layer.check(request.key);
      ExpressionScope scope = scope(request, layer, mixture, "");
      refuseEmpty(request);
      UpdateExpression update =
          request.updateExpression == null
              ? Legacy.update(request.attributeUpdates, layer)
              : UpdateExpression.parse(request.updateExpression, scope);
      Condition condition = condition(request, layer, scope);
      scope.checkAllUsed();
      return new WriteExpressions(guard(request, condition), update);
    } catch (ServiceException refusal) {
      throw layer.form(refusal);
    }
  }

  /** An empty condition is reported before anything of the update. */
  private static void refuseEmpty(ItemRequest request) {
    if (request.conditionExpression != null && request.conditionExpression.isEmpty()) {
      throw ServiceException.validation(
          "Invalid ConditionExpression: The expression can not be empty;");
    }
  }

  private static ExpressionScope scope(
      ItemRequest request, Layer layer, Mixture mixture, String missing) {
    AttributeMap values = request.values == null ? null : request.values.attributes();
    if (!mixture.hasExpressions()) {
      ExpressionScope.refuseWithoutExpressions(request.names, values, missing);
    }
    layer.checkExpressionValues(request.values, false);
    return new ExpressionScope(request.names, values);
  }

  private static @Nullable Condition condition(
      ItemRequest request, Layer layer, ExpressionScope scope) {
    return request.conditionExpression != null
        ? Condition.parse(ExpressionKind.CONDITION, request.conditionExpression, scope)
        : Legacy.condition(request.expected, request.conditionalOperator, layer);
  }

  private static Guard guard(ItemRequest request, @Nullable Condition condition) {
    return new Guard(condition, "ALL_OLD".equals(request.returnValuesOnConditionCheckFailure));
  }
}
