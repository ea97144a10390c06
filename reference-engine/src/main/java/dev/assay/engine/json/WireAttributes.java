package dev.assay.engine.json;

import dev.assay.engine.value.AttributeMap;
import org.jspecify.annotations.Nullable;

/**
 * Attributes as they came over the wire, with the first problem among them if there is one: it is
 * kept and not thrown, because other members of the request are checked before it.
 *
 * @param problemName the top-level attribute in which the problem stands
 */
public record WireAttributes(
    AttributeMap attributes, @Nullable ValueProblem problem, @Nullable String problemName) {

  /** Attributes in which there is nothing wrong. */
  public static WireAttributes of(AttributeMap attributes) {
    return new WireAttributes(attributes, null, null);
  }
}
