package dev.assay.features.suite;

import dev.assay.features.catalogue.Catalogue;
import dev.assay.features.catalogue.ScenarioSpec;
import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionException;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the scenarios that a selection means, and says what of it means nothing. */
final class Selector {
  private static final Pattern TAG = Pattern.compile("@[^\\s()]+");

  private final Catalogue catalogue;

  Selector(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  List<ScenarioSpec> select(SuiteSettings.Selection selection) throws SelectionException {
    requireKnownIds(selection.ids());
    Expression tags = parse(selection.tagExpression().orElse(""));
    return catalogue.scenarios().stream()
        .filter(s -> selection.ids().isEmpty() || isNamed(s, selection.ids()))
        .filter(s -> selection.tiers().isEmpty() || selection.tiers().contains(s.tier()))
        .filter(s -> tags.evaluate(s.tags()))
        .toList();
  }

  private static boolean isNamed(ScenarioSpec spec, Set<String> ids) {
    return ids.contains(spec.id()) || ids.contains(spec.baseId());
  }

  private void requireKnownIds(Set<String> ids) throws SelectionException {
    for (String id : ids) {
      if (catalogue.scenarios().stream().noneMatch(s -> isNamed(s, Set.of(id)))) {
        throw new SelectionException("no scenario has the id " + id);
      }
    }
  }

  private Expression parse(String expression) throws SelectionException {
    Set<String> known = new HashSet<>();
    catalogue.scenarios().forEach(s -> known.addAll(s.tags()));
    Matcher tag = TAG.matcher(expression);
    while (tag.find()) {
      if (!known.contains(tag.group())) {
        throw new SelectionException("no scenario has the tag " + tag.group());
      }
    }
    try {
      return TagExpressionParser.parse(expression);
    } catch (TagExpressionException e) {
      throw new SelectionException(
          "the tag expression '" + expression + "' cannot be read: " + e.getMessage());
    }
  }
}
