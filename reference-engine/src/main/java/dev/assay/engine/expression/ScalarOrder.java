package dev.assay.engine.expression;

import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.Utf8;

/** The order of strings, numbers and binaries: the only types that have one. */
public final class ScalarOrder {
  private ScalarOrder() {}

  /** Whether the two are of one type, and it has an order. */
  public static boolean comparable(AttributeValue a, AttributeValue b) {
    return a.type() == b.type() && a.type().isScalarKey();
  }

  /**
   * Compares two {@link #comparable} values: strings by UTF-8 bytes, numbers by value, binaries by
   * unsigned bytes.
   */
  public static int compare(AttributeValue a, AttributeValue b) {
    if (a instanceof AttributeValue.S x && b instanceof AttributeValue.S y) {
      return Utf8.compare(x.value(), y.value());
    }
    if (a instanceof AttributeValue.N x && b instanceof AttributeValue.N y) {
      return x.value().compareTo(y.value());
    }
    if (a instanceof AttributeValue.B x && b instanceof AttributeValue.B y) {
      return x.value().compareTo(y.value());
    }
    throw new IllegalArgumentException(a.type() + " and " + b.type() + " have no order");
  }
}
