package dev.assay.features.checker;

import dev.assay.features.history.History;
import dev.assay.features.history.Op;
import java.util.ArrayList;
import java.util.List;

/** What a checker found wrong; the one with the fewest operations becomes the counterexample. */
final class Findings {
  private static final int MOST_LISTED = 20;

  private final Words words;
  private final List<Finding> all = new ArrayList<>();

  /**
   * One thing that must not be.
   *
   * @param claim in one sentence without a full stop
   * @param broken the one of {@code ops} that cannot be
   */
  record Finding(String claim, List<Op> ops, Op broken) {}

  Findings(History history) {
    this.words = new Words(history);
  }

  void add(String claim, List<Op> ops, Op broken) {
    all.add(new Finding(claim, ops, broken));
  }

  boolean none() {
    return all.isEmpty();
  }

  int count() {
    return all.size();
  }

  /** The verdict that what was found amounts to. */
  Verdict invalid(Measures measures) {
    Finding least = all.getFirst();
    for (Finding finding : all) {
      if (finding.ops().size() < least.ops().size()) {
        least = finding;
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(least.claim() + ":");
    least.ops().stream().distinct().forEach(op -> lines.add("  " + words.line(op)));
    int listed = 0;
    for (Finding finding : all) {
      if (!finding.equals(least) && listed++ < MOST_LISTED) {
        lines.add("also: " + finding.claim() + " (op " + finding.broken().id() + ")");
      }
    }
    if (listed > MOST_LISTED) {
      lines.add("and %,d more".formatted(listed - MOST_LISTED));
    }
    String picture = words.draw(least.claim(), least.ops(), List.of(least.broken()));
    return measures.invalid(
        all.size() == 1 ? least.claim() : "%s, and %,d more".formatted(least.claim(), count() - 1),
        new Counterexample(lines, picture));
  }
}
