package dev.assay.features.facts;

import dev.assay.features.catalogue.Catalogue;
import dev.assay.features.catalogue.ScenarioSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which scenarios prove which of the measured facts. {@link #main} writes the table; a test holds
 * the committed one against it.
 */
public final class FactsCoverage {
  private static final int FACTS = 188;
  private static final String SOURCE = "facts-";

  private final Map<Integer, SortedSet<String>> scenarios;
  private final SortedMap<Integer, String> reasons;

  private FactsCoverage(
      Map<Integer, SortedSet<String>> scenarios, SortedMap<Integer, String> reasons) {
    this.scenarios = scenarios;
    this.reasons = reasons;
  }

  /** Reads the catalogue and the list of what cannot be covered from the class path. */
  public static FactsCoverage load() {
    return of(Catalogue.load().scenarios(), NotCoverable.load());
  }

  static FactsCoverage of(List<ScenarioSpec> specs, SortedMap<Integer, String> reasons) {
    Map<Integer, SortedSet<String>> covered = new TreeMap<>();
    for (ScenarioSpec spec : specs) {
      for (String source : spec.sources()) {
        if (source.startsWith(SOURCE)) {
          covered
              .computeIfAbsent(
                  Integer.valueOf(source.substring(SOURCE.length())), fact -> new TreeSet<>())
              .add(spec.baseId());
        }
      }
    }
    return new FactsCoverage(covered, reasons);
  }

  /** Facts that are neither proven nor explained, and explanations of what is proven. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (int fact = 1; fact <= FACTS; fact++) {
      boolean covered = scenarios.containsKey(fact);
      boolean explained = reasons.containsKey(fact);
      if (!covered && !explained) {
        problems.add("fact " + fact + " has no scenario and no reason for that");
      }
      if (covered && explained) {
        problems.add("fact " + fact + " is called not coverable, but has " + scenarios.get(fact));
      }
    }
    reasons.keySet().stream()
        .filter(fact -> fact < 1 || fact > FACTS)
        .forEach(fact -> problems.add("there is no fact " + fact));
    return problems;
  }

  /** The table as Markdown. */
  public String table() {
    StringBuilder out = new StringBuilder(16_384);
    out.append("# Which scenarios prove the measured facts\n\n")
        .append(
            "Generated from the feature files and `not-coverable.tsv`; features/README.md tells")
        .append(" how. An id stands for all rows of its outline.\n\n")
        .append(scenarios.size())
        .append(" of ")
        .append(FACTS)
        .append(" facts have scenarios; ")
        .append(reasons.size())
        .append(" cannot have any.\n\n| fact | scenarios |\n|---|---|\n");
    for (int fact = 1; fact <= FACTS; fact++) {
      out.append("| ").append(fact).append(" | ").append(cell(fact)).append(" |\n");
    }
    return out.toString();
  }

  private String cell(int fact) {
    SortedSet<String> ids = scenarios.get(fact);
    return ids != null
        ? String.join(", ", ids)
        : "none: " + reasons.getOrDefault(fact, "not yet written");
  }

  /**
   * Writes the table.
   *
   * @param arguments the file to write
   */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), load().table());
  }
}
