package dev.assay.engine.expression;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeType;
import dev.assay.engine.value.AttributeValue;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** A condition on an item. Its parts are open, so that others than the parser can build one. */
public sealed interface Condition {

  /** Parses a condition or a filter; its placeholders count as used in {@code scope} from then. */
  static Condition parse(ExpressionKind kind, String text, ExpressionScope scope) {
    ConditionParser.Result parsed = ConditionParser.parse(kind, text);
    Condition condition = new ConditionBinder(kind, scope).bind(parsed.condition());
    if (parsed.operators() > Parser.MAX_OPERATORS) {
      throw kind.invalid(Parser.tooManyOperators(parsed.operators()));
    }
    return condition;
  }

  /** The condition that all of {@code conditions} hold, of which there is at least one. */
  static Condition allOf(List<Condition> conditions) {
    return join(conditions, And::new);
  }

  /** The condition that any of {@code conditions} holds, of which there is at least one. */
  static Condition anyOf(List<Condition> conditions) {
    return join(conditions, Or::new);
  }

  /** Joins by halves, so that a request with thousands of conditions makes no deep tree. */
  private static Condition join(List<Condition> conditions, BinaryOperator<Condition> joint) {
    int count = conditions.size();
    return count == 1
        ? conditions.getFirst()
        : joint.apply(
            join(conditions.subList(0, count / 2), joint),
            join(conditions.subList(count / 2, count), joint));
  }

  /** Whether {@code item} meets the condition; an absent item is an empty one. */
  boolean test(AttributeMap item);

  /** The attributes that it looks at or into, in the order in which it names them. */
  default Set<String> attributes() {
    return AttributeNames.of(this);
  }

  /** Refuses, as the filter of a Query, to look at a key attribute of what is queried. */
  default void refuseKeyAttributes(KeySchema schema) {
    Set<String> attributes = attributes();
    for (KeyAttribute key : schema.attributes()) {
      if (attributes.contains(key.name())) {
        throw ServiceException.validation(
            "Filter Expression can only contain non-primary key attributes: Primary key attribute: "
                + key.name());
      }
    }
  }

  record And(Condition left, Condition right) implements Condition {
    @Override
    public boolean test(AttributeMap item) {
      return left.test(item) && right.test(item);
    }
  }

  record Or(Condition left, Condition right) implements Condition {
    @Override
    public boolean test(AttributeMap item) {
      return left.test(item) || right.test(item);
    }
  }

  record Not(Condition condition) implements Condition {
    @Override
    public boolean test(AttributeMap item) {
      return !condition.test(item);
    }
  }

  record Compare(Comparison comparison, Operand left, Operand right) implements Condition {
    @Override
    public boolean test(AttributeMap item) {
      return comparison.test(left.evaluate(item), right.evaluate(item));
    }
  }

  /** Both bounds are included. */
  record Between(Operand operand, Operand lower, Operand upper) implements Condition {
    @Override
    public boolean test(AttributeMap item) {
      AttributeValue value = operand.evaluate(item);
      return value != null
          && Comparison.GREATER_OR_EQUAL.test(value, lower.evaluate(item))
          && Comparison.LESS_OR_EQUAL.test(value, upper.evaluate(item));
    }
  }

  record In(Operand operand, List<Operand> candidates) implements Condition {
    public In {
      candidates = List.copyOf(candidates);
    }

    @Override
    public boolean test(AttributeMap item) {
      AttributeValue value = operand.evaluate(item);
      if (value == null) {
        return false;
      }
      for (Operand candidate : candidates) {
        if (value.equals(candidate.evaluate(item))) {
          return true;
        }
      }
      return false;
    }
  }

  record AttributeExists(DocumentPath path) implements Condition {
    @Override
    public boolean test(AttributeMap item) {
      return path.find(item) != null;
    }
  }

  record AttributeNotExists(DocumentPath path) implements Condition {
    @Override
    public boolean test(AttributeMap item) {
      return path.find(item) == null;
    }
  }

  record HasType(Operand operand, AttributeType type) implements Condition {
    @Override
    public boolean test(AttributeMap item) {
      AttributeValue value = operand.evaluate(item);
      return value != null && value.type() == type;
    }
  }

  record BeginsWith(Operand operand, Operand prefix) implements Condition {
    @Override
    public boolean test(AttributeMap item) {
      return holds(operand.evaluate(item), prefix.evaluate(item));
    }

    /** Whether one string or binary begins with another; false for anything else. */
    static boolean holds(@Nullable AttributeValue value, @Nullable AttributeValue prefix) {
      if (value instanceof AttributeValue.S whole && prefix instanceof AttributeValue.S start) {
        return whole.value().startsWith(start.value());
      }
      return value instanceof AttributeValue.B whole
          && prefix instanceof AttributeValue.B start
          && whole.value().startsWith(start.value());
    }
  }

  /** A substring, a member of a set, or an element of a list. */
  record Contains(Operand operand, Operand part) implements Condition {
    @Override
    public boolean test(AttributeMap item) {
      AttributeValue whole = operand.evaluate(item);
      AttributeValue sought = part.evaluate(item);
      return whole != null && sought != null && holds(whole, sought);
    }

    static boolean holds(AttributeValue whole, AttributeValue sought) {
      return switch (whole) {
        case AttributeValue.S text ->
            sought instanceof AttributeValue.S part && text.value().contains(part.value());
        case AttributeValue.B bytes ->
            sought instanceof AttributeValue.B part && bytes.value().contains(part.value());
        case AttributeValue.SS set ->
            sought instanceof AttributeValue.S member && set.members().contains(member.value());
        case AttributeValue.NS set ->
            sought instanceof AttributeValue.N member && set.members().contains(member.value());
        case AttributeValue.BS set ->
            sought instanceof AttributeValue.B member && set.members().contains(member.value());
        case AttributeValue.L list -> list.elements().contains(sought);
        case AttributeValue.M map -> false;
        case AttributeValue.N number -> false;
        case AttributeValue.Bool bool -> false;
        case AttributeValue.Null none -> false;
      };
    }
  }
}
