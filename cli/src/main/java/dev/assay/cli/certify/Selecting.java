package dev.assay.cli.certify;

import dev.assay.cli.problem.Refusal;
import dev.assay.cli.problem.Suggestion;
import dev.assay.features.catalogue.ScenarioSpec;
import dev.assay.features.suite.SelectionException;
import dev.assay.features.suite.Suite;
import dev.assay.features.suite.SuiteSettings;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a selection against the catalogue; adds to what the features say of an unknown name the
 * nearest known one.
 */
public final class Selecting {
  private static final Pattern TAG = Pattern.compile("@[^\\s()]+");

  private Selecting() {}

  /**
   * The scenarios that are meant, by file and line.
   *
   * @throws Refusal when the selection names what does not exist, or means none
   */
  public static List<ScenarioSpec> scenarios(SuiteSettings.Selection selection) {
    try {
      List<ScenarioSpec> selected = Suite.catalogue(selection);
      if (selected.isEmpty()) {
        throw Refusal.usage("no scenario fits the selection");
      }
      return selected;
    } catch (SelectionException e) {
      throw Refusal.usage(e.getMessage() + nearest(selection));
    }
  }

  static int count(SuiteSettings.Selection selection) {
    return scenarios(selection).size();
  }

  private static String nearest(SuiteSettings.Selection selection) {
    List<ScenarioSpec> all = everything();
    Set<String> ids = new TreeSet<>();
    Set<String> tags = new TreeSet<>();
    for (ScenarioSpec spec : all) {
      ids.add(spec.id());
      ids.add(spec.baseId());
      tags.addAll(spec.tags());
    }
    Matcher tag = TAG.matcher(selection.tagExpression().orElse(""));
    return Stream.concat(
            selection.ids().stream()
                .filter(id -> !ids.contains(id))
                .map(id -> Suggestion.forUnknown(id, ids)),
            tag.results()
                .map(found -> found.group())
                .filter(name -> !tags.contains(name))
                .map(name -> Suggestion.forUnknown(name, tags)))
        .findFirst()
        .orElse("");
  }

  private static List<ScenarioSpec> everything() {
    try {
      return Suite.catalogue(SuiteSettings.Selection.everything());
    } catch (SelectionException e) {
      throw new IllegalStateException("everything is always a selection", e);
    }
  }
}
