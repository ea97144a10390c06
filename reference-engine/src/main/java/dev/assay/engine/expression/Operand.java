package dev.assay.engine.expression;

import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeType;
import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.Binary;
import dev.assay.engine.value.DynamoNumber;
import org.jspecify.annotations.Nullable;

/** What a condition compares. */
public sealed interface Operand {

  /** Its value for {@code item}; null if there is none. */
  @Nullable AttributeValue evaluate(AttributeMap item);

  /** The type that it is known to have whatever the item; null if the item decides. */
  @Nullable AttributeType staticType();

  /** A value of the request. */
  record Literal(AttributeValue value) implements Operand {
    @Override
    public AttributeValue evaluate(AttributeMap item) {
      return value;
    }

    @Override
    public AttributeType staticType() {
      return value.type();
    }
  }

  /** A value of the item. */
  record Path(DocumentPath path) implements Operand {
    @Override
    public @Nullable AttributeValue evaluate(AttributeMap item) {
      return path.find(item);
    }

    @Override
    public @Nullable AttributeType staticType() {
      return null;
    }
  }

  /** {@code size(...)}: nothing for a value that has no size (fact 68). */
  record Size(Operand argument) implements Operand {
    @Override
    public @Nullable AttributeValue evaluate(AttributeMap item) {
      AttributeValue value = argument.evaluate(item);
      return value == null ? null : sizeOf(value);
    }

    @Override
    public AttributeType staticType() {
      return AttributeType.N;
    }

    private static @Nullable AttributeValue sizeOf(AttributeValue value) {
      return switch (value) {
        case AttributeValue.S(String text) -> number(text.length());
        case AttributeValue.B(Binary bytes) -> number(bytes.length());
        case AttributeValue.SS set -> number(set.members().size());
        case AttributeValue.NS set -> number(set.members().size());
        case AttributeValue.BS set -> number(set.members().size());
        case AttributeValue.L list -> number(list.elements().size());
        case AttributeValue.M map -> number(map.attributes().size());
        case AttributeValue.N n -> null;
        case AttributeValue.Bool bool -> null;
        case AttributeValue.Null none -> null;
      };
    }

    private static AttributeValue number(int size) {
      return new AttributeValue.N(DynamoNumber.of(size));
    }
  }
}
