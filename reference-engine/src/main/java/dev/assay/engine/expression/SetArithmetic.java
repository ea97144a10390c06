package dev.assay.engine.expression;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.DynamoNumber;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What ADD and DELETE make of the stored value, which may be missing. */
enum SetArithmetic {
  /** The clauses of an update expression. */
  EXPRESSION("An operand in the update expression has an incorrect data type"),
  /** The actions of {@code AttributeUpdates}, which also add elements to lists. */
  LEGACY("Type mismatch for attribute to update");

  private final String mismatch;

  SetArithmetic(String mismatch) {
    this.mismatch = mismatch;
  }

  AttributeValue add(@Nullable AttributeValue stored, AttributeValue added) {
    if (stored == null) {
      return added;
    }
    if (added instanceof AttributeValue.N(DynamoNumber summand)
        && stored instanceof AttributeValue.N(DynamoNumber number)) {
      return UpdateValue.add(number, summand);
    }
    if (this == LEGACY
        && added instanceof AttributeValue.L(List<AttributeValue> tail)
        && stored instanceof AttributeValue.L(List<AttributeValue> head)) {
      List<AttributeValue> elements = new ArrayList<>(head);
      elements.addAll(tail);
      return new AttributeValue.L(elements);
    }
    return union(stored, added);
  }

  /** What is left of the set; null for nothing, since a set may not be empty (fact 45). */
  @Nullable AttributeValue delete(@Nullable AttributeValue stored, AttributeValue deleted) {
    return stored == null ? null : difference(stored, deleted);
  }

  private AttributeValue union(AttributeValue stored, AttributeValue added) {
    if (stored instanceof AttributeValue.SS(List<String> a)
        && added instanceof AttributeValue.SS(List<String> b)) {
      return AttributeValue.SS.of(union(a, b));
    }
    if (stored instanceof AttributeValue.NS(List<DynamoNumber> a)
        && added instanceof AttributeValue.NS(List<DynamoNumber> b)) {
      return AttributeValue.NS.of(union(a, b));
    }
    if (stored instanceof AttributeValue.BS a && added instanceof AttributeValue.BS b) {
      return AttributeValue.BS.of(union(a.members(), b.members()));
    }
    throw mismatch();
  }

  private @Nullable AttributeValue difference(AttributeValue stored, AttributeValue deleted) {
    if (stored instanceof AttributeValue.SS(List<String> a)
        && deleted instanceof AttributeValue.SS(List<String> b)) {
      return difference(a, b, AttributeValue.SS::new);
    }
    if (stored instanceof AttributeValue.NS(List<DynamoNumber> a)
        && deleted instanceof AttributeValue.NS(List<DynamoNumber> b)) {
      return difference(a, b, AttributeValue.NS::new);
    }
    if (stored instanceof AttributeValue.BS a && deleted instanceof AttributeValue.BS b) {
      return difference(a.members(), b.members(), AttributeValue.BS::new);
    }
    throw mismatch();
  }

  private ServiceException mismatch() {
    return ServiceException.validation(mismatch);
  }

  private static <T> Set<T> union(List<T> a, List<T> b) {
    Set<T> union = new LinkedHashSet<>(a);
    union.addAll(b);
    return union;
  }

  private static <T> @Nullable AttributeValue difference(
      List<T> members, List<T> removed, Function<List<T>, AttributeValue> set) {
    Set<T> rest = new LinkedHashSet<>(members);
    rest.removeAll(new LinkedHashSet<>(removed));
    return rest.isEmpty() ? null : set.apply(List.copyOf(rest));
  }
}
