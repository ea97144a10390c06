package dev.assay.engine.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A vector in the precision in which an index keeps it: 32-bit floating point (fact 179). */
public final class FloatVector {
  private final float[] components;

  private FloatVector(float[] components) {
    this.components = components;
  }

  /**
   * The vector that a list of numbers holds, each rounded to the nearest 32-bit number.
   *
   * @throws IllegalArgumentException if an element is not a number, or one out of range
   */
  public static FloatVector of(List<AttributeValue> elements) {
    float[] components = new float[elements.size()];
    for (int i = 0; i < components.length; i++) {
      AttributeValue element = elements.get(i);
      if (!isComponent(element)) {
        throw new IllegalArgumentException("element " + i + " is no 32-bit number: " + element);
      }
      components[i] = ((AttributeValue.N) element).value().value().floatValue();
    }
    return new FloatVector(components);
  }

  /** Whether the value is a vector of so many dimensions. */
  public static boolean fits(AttributeValue value, int dimensions) {
    return value instanceof AttributeValue.L(List<AttributeValue> elements)
        && elements.size() == dimensions
        && elements.stream().allMatch(FloatVector::isComponent);
  }

  /** Whether the value is a number in the range of 32-bit floating point. */
  public static boolean isComponent(AttributeValue value) {
    return value instanceof AttributeValue.N(DynamoNumber number)
        && !Float.isInfinite(number.value().floatValue());
  }

  public int dimensions() {
    return components.length;
  }

  /** The sum of the products of the components, in double precision. */
  public double dot(FloatVector other) {
    double sum = 0;
    for (int i = 0; i < components.length; i++) {
      sum += (double) components[i] * other.components[i];
    }
    return sum;
  }

  /** The Euclidean length. */
  public double length() {
    return Math.sqrt(dot(this));
  }

  /** The Euclidean distance. */
  public double distance(FloatVector other) {
    double sum = 0;
    for (int i = 0; i < components.length; i++) {
      double difference = (double) components[i] - other.components[i];
      sum += difference * difference;
    }
    return Math.sqrt(sum);
  }

  /** The vector as an attribute: the shortest decimals that stand for its components. */
  public AttributeValue toAttribute() {
    List<AttributeValue> elements = new ArrayList<>(components.length);
    for (float component : components) {
      BigDecimal decimal = new BigDecimal(Float.toString(component));
      elements.add(new AttributeValue.N(DynamoNumber.of(decimal)));
    }
    return new AttributeValue.L(elements);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FloatVector that && Arrays.equals(components, that.components);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(components);
  }

  @Override
  public String toString() {
    return Arrays.toString(components);
  }
}
