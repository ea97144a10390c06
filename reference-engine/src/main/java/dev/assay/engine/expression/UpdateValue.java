package dev.assay.engine.expression;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.DynamoNumber;
import dev.assay.engine.value.NumberProblemException;
import java.util.ArrayList;
import java.util.List;

/** What a SET clause computes. Always from the item as it was before the update (fact 72). */
public sealed interface UpdateValue {

  /**
   * The value.
   *
   * @throws ServiceException if {@code item} lacks an attribute that is needed, has one of the
   *     wrong type, or the result is no valid number
   */
  AttributeValue evaluate(AttributeMap item);

  /** Bytes that the statement-sized rule charges for it (fact 21). */
  int costBytes();

  record Literal(AttributeValue value) implements UpdateValue {
    @Override
    public AttributeValue evaluate(AttributeMap item) {
      return value;
    }

    @Override
    public int costBytes() {
      return value.sizeBytes();
    }
  }

  record Path(DocumentPath path) implements UpdateValue {
    @Override
    public AttributeValue evaluate(AttributeMap item) {
      AttributeValue value = path.find(item);
      if (value == null) {
        throw ServiceException.validation(
            "The provided expression refers to an attribute that does not exist in the item");
      }
      return value;
    }

    @Override
    public int costBytes() {
      int cost = 1;
      for (PathElement element : path.elements()) {
        cost += 14 + element.costBytes();
      }
      return cost;
    }
  }

  record IfNotExists(DocumentPath path, UpdateValue otherwise) implements UpdateValue {
    @Override
    public AttributeValue evaluate(AttributeMap item) {
      AttributeValue value = path.find(item);
      return value == null ? otherwise.evaluate(item) : value;
    }

    @Override
    public int costBytes() {
      return 39 + new Path(path).costBytes() + otherwise.costBytes();
    }
  }

  record ListAppend(UpdateValue first, UpdateValue second) implements UpdateValue {
    @Override
    public AttributeValue evaluate(AttributeMap item) {
      List<AttributeValue> elements = new ArrayList<>(list(first, item));
      elements.addAll(list(second, item));
      return new AttributeValue.L(elements);
    }

    @Override
    public int costBytes() {
      return 37 + first.costBytes() + second.costBytes();
    }

    private static List<AttributeValue> list(UpdateValue operand, AttributeMap item) {
      if (operand.evaluate(item) instanceof AttributeValue.L(List<AttributeValue> elements)) {
        return elements;
      }
      throw incorrectType();
    }
  }

  record Sum(UpdateValue left, UpdateValue right) implements UpdateValue {
    @Override
    public AttributeValue evaluate(AttributeMap item) {
      return add(number(left, item), number(right, item));
    }

    @Override
    public int costBytes() {
      return 34 + left.costBytes() + right.costBytes();
    }
  }

  record Difference(UpdateValue left, UpdateValue right) implements UpdateValue {
    @Override
    public AttributeValue evaluate(AttributeMap item) {
      DynamoNumber minuend = number(left, item);
      DynamoNumber subtrahend = number(right, item);
      try {
        return new AttributeValue.N(minuend.minus(subtrahend));
      } catch (NumberProblemException e) {
        throw ServiceException.validation(e.problem().text());
      }
    }

    @Override
    public int costBytes() {
      return 37 + left.costBytes() + right.costBytes();
    }
  }

  /** The sum, or the service's refusal to store it. */
  static AttributeValue add(DynamoNumber left, DynamoNumber right) {
    try {
      return new AttributeValue.N(left.plus(right));
    } catch (NumberProblemException e) {
      throw ServiceException.validation(e.problem().text());
    }
  }

  private static DynamoNumber number(UpdateValue operand, AttributeMap item) {
    if (operand.evaluate(item) instanceof AttributeValue.N(DynamoNumber value)) {
      return value;
    }
    throw incorrectType();
  }

  /** A stored value of a type that cannot take part. */
  static ServiceException incorrectType() {
    return ServiceException.validation(
        "An operand in the update expression has an incorrect data type");
  }
}
