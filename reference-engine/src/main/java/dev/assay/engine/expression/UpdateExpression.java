package dev.assay.engine.expression;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.value.AttributeMap;
import java.util.List;
import java.util.Set;

/**
 * An update of one item.
 *
 * @param actions in the order in which they are written; their paths do not overlap
 */
public record UpdateExpression(List<UpdateAction> actions) {
  /** The update of an item that the request leaves as it is. */
  public static final UpdateExpression NOTHING = new UpdateExpression(List.of());

  public UpdateExpression {
    actions = List.copyOf(actions);
  }

  /** Parses an update; its placeholders count as used in {@code scope} from then. */
  public static UpdateExpression parse(String text, ExpressionScope scope) {
    UpdateParser.Result parsed = UpdateParser.parse(text);
    List<UpdateAction> actions = new UpdateBinder(scope).bind(parsed.clauses());
    if (parsed.operators() > Parser.MAX_OPERATORS) {
      throw ExpressionKind.UPDATE.invalid(Parser.tooManyOperators(parsed.operators()));
    }
    return new UpdateExpression(actions);
  }

  /** The attributes that it writes to or computes with, in the order in which it names them. */
  public Set<String> attributes() {
    return UpdateNames.of(actions);
  }

  /** Refuses to touch a key attribute of the table. */
  public void refuseKeyAttributes(KeySchema schema) {
    for (KeyAttribute key : schema.attributes()) {
      for (UpdateAction action : actions) {
        if (action.path().attribute().equals(key.name())) {
          throw ServiceException.validation(
              "One or more parameter values were invalid: Cannot update attribute "
                  + key.name()
                  + ". This attribute is part of the key");
        }
      }
    }
  }

  /**
   * The item after the update.
   *
   * @param before the item as it is, or only its key if there is none
   * @throws ServiceException if a path leads nowhere, or a value cannot be computed
   */
  public AttributeMap apply(AttributeMap before) {
    return actions.isEmpty() ? before : new UpdateApplication(actions, before).result();
  }

  /**
   * The touched parts of the item before or after the update, as {@code UPDATED_OLD} and {@code
   * UPDATED_NEW} return them; the answer has no attributes at all if this is empty.
   */
  public AttributeMap touchedPartsOf(AttributeMap item) {
    return Projection.of(actions.stream().map(UpdateAction::path).toList()).apply(item);
  }

  /**
   * Bytes that the request is charged for what it writes and does, whatever the item holds:
   * UpdateItem holds this and the finished item to the same limit (facts 18 to 26).
   */
  public long costBytes() {
    long cost = 3;
    for (UpdateAction action : actions) {
      cost += action.costBytes();
    }
    return cost;
  }
}
