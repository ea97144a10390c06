package dev.assay.engine.expression;

import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.DynamoNumber;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What ADD and DELETE make of the stored value, which may be missing. */
final class SetArithmetic {
  private SetArithmetic() {}

  static AttributeValue add(UpdateAction.Add add, @Nullable AttributeValue stored) {
    if (stored == null) {
      return add.value();
    }
    if (add.value() instanceof AttributeValue.N(DynamoNumber summand)
        && stored instanceof AttributeValue.N(DynamoNumber number)) {
      return UpdateValue.add(number, summand);
    }
    return union(stored, add.value());
  }

  /** What is left of the set; null for nothing, since a set may not be empty (fact 45). */
  static @Nullable AttributeValue delete(
      UpdateAction.Delete delete, @Nullable AttributeValue stored) {
    return stored == null ? null : difference(stored, delete.value());
  }

  private static AttributeValue union(AttributeValue stored, AttributeValue added) {
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
    throw UpdateValue.incorrectType();
  }

  private static @Nullable AttributeValue difference(
      AttributeValue stored, AttributeValue removed) {
    if (stored instanceof AttributeValue.SS(List<String> a)
        && removed instanceof AttributeValue.SS(List<String> b)) {
      return difference(a, b, AttributeValue.SS::new);
    }
    if (stored instanceof AttributeValue.NS(List<DynamoNumber> a)
        && removed instanceof AttributeValue.NS(List<DynamoNumber> b)) {
      return difference(a, b, AttributeValue.NS::new);
    }
    if (stored instanceof AttributeValue.BS a && removed instanceof AttributeValue.BS b) {
      return difference(a.members(), b.members(), AttributeValue.BS::new);
    }
    throw UpdateValue.incorrectType();
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
