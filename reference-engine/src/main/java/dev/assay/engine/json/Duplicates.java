package dev.assay.engine.json;

import dev.assay.engine.value.Utf8;
import java.util.ArrayList;
import java.util.List;

/** How the current layer prints a set with a repeated member (fact 43). */
final class Duplicates {
  private Duplicates() {}

  /** Members quoted and in byte order, up to and including the first that repeats. */
  static String quotedUpToRepeat(List<String> members) {
    List<String> sorted = new ArrayList<>(members);
    sorted.sort(Utf8.ORDER);
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < sorted.size(); i++) {
      text.append(i == 0 ? "" : ", ").append('"').append(sorted.get(i)).append('"');
      if (i > 0 && sorted.get(i).equals(sorted.get(i - 1))) {
        break;
      }
    }
    return text.append(']').toString();
  }
}
