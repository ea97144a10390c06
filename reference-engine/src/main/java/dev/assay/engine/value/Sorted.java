package dev.assay.engine.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Makes the ordered, unmodifiable lists that sets are kept as. */
final class Sorted {
  private Sorted() {}

  static <T> List<T> copy(Iterable<T> members, Comparator<? super T> order) {
    List<T> sorted = new ArrayList<>();
    members.forEach(sorted::add);
    sorted.sort(order);
    return Collections.unmodifiableList(sorted);
  }
}
