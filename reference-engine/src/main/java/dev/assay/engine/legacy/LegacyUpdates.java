package dev.assay.engine.legacy;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.expression.DocumentPath;
import dev.assay.engine.expression.UpdateAction;
import dev.assay.engine.expression.UpdateExpression;
import dev.assay.engine.expression.UpdateValue;
import dev.assay.engine.value.AttributeType;
import dev.assay.engine.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code AttributeUpdates}: the changes of an update. */
public final class LegacyUpdates {
  private LegacyUpdates() {}

  /**
   * The update that they make. It knows nothing of the statement-sized limit: only the finished
   * item counts (fact 27).
   *
   * @param updates by attribute, in the order of the request; null if not sent
   */
  public static UpdateExpression update(@Nullable Map<String, AttributeUpdate> updates) {
    if (updates == null || updates.isEmpty()) {
      return UpdateExpression.NOTHING;
    }
    List<UpdateAction> actions = new ArrayList<>(updates.size());
    updates.forEach((attribute, update) -> actions.add(action(attribute, update)));
    return new UpdateExpression(actions);
  }

  private static UpdateAction action(String attribute, AttributeUpdate update) {
    InvalidParameter.checkName(attribute);
    DocumentPath path = DocumentPath.of(attribute);
    String action = update.action() == null ? "PUT" : update.action();
    AttributeValue value = update.value();
    return switch (action) {
      case "PUT" -> new UpdateAction.Set(path, new UpdateValue.Literal(required(value)));
      case "ADD" -> new UpdateAction.LegacyAdd(path, addable(required(value)));
      case "DELETE" ->
          value == null
              ? new UpdateAction.Remove(path)
              : new UpdateAction.LegacyDelete(path, deletable(value));
      // The quote without a partner is the service's.
      default ->
          throw ServiceException.validation(
              "Member must satisfy enum value set: [ADD, DELETE, PUT]' for Action");
    };
  }

  private static AttributeValue required(@Nullable AttributeValue value) {
    if (value == null) {
      throw InvalidParameter.because(
          "Only DELETE action is allowed when no attribute value is specified");
    }
    return value;
  }

  private static AttributeValue addable(AttributeValue value) {
    if (value.type() != AttributeType.N
        && value.type() != AttributeType.L
        && !value.type().isSet()) {
      throw InvalidParameter.because("ADD action is not supported for the type " + value.type());
    }
    return value;
  }

  private static AttributeValue deletable(AttributeValue value) {
    if (!value.type().isSet()) {
      throw InvalidParameter.because(
          "DELETE action with value is not supported for the type " + value.type());
    }
    return value;
  }
}
