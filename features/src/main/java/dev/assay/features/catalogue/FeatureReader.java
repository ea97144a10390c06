package dev.assay.features.catalogue;

import io.cucumber.gherkin.GherkinParser;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.Feature;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Pickle;
import io.cucumber.messages.types.PickleStepType;
import io.cucumber.messages.types.PickleTag;
import io.cucumber.messages.types.Rule;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.TableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the scenarios of one feature file. */
final class FeatureReader {
  private final String file;
  private final List<String> problems;
  private final Map<String, String> ruleOf = new HashMap<>();
  private final Map<String, TableRow> rows = new HashMap<>();
  private final Map<String, Integer> lineOf = new HashMap<>();
  private final List<ScenarioSpec> specs = new ArrayList<>();
  private String feature = "";

  private FeatureReader(String file, List<String> problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * The scenarios of the file in its order; what is wrong with them is added to {@code problems}.
   */
  static List<ScenarioSpec> read(String file, byte[] content, List<String> problems) {
    FeatureReader reader = new FeatureReader(file, problems);
    GherkinParser.builder()
        .includeSource(false)
        .build()
        .parse("classpath:" + file, content)
        .forEach(reader::accept);
    return reader.specs;
  }

  private void accept(Envelope envelope) {
    envelope.getParseError().ifPresent(e -> problems.add(file + ": " + e.getMessage()));
    envelope.getGherkinDocument().flatMap(GherkinDocument::getFeature).ifPresent(this::note);
    envelope.getPickle().ifPresent(this::add);
  }

  private void note(Feature read) {
    feature = read.getName();
    for (FeatureChild child : read.getChildren()) {
      child.getScenario().ifPresent(s -> note("", s));
      child.getRule().ifPresent(this::note);
    }
  }

  private void note(Rule rule) {
    for (RuleChild child : rule.getChildren()) {
      child.getScenario().ifPresent(s -> note(rule.getName(), s));
    }
  }

  private void note(String rule, Scenario scenario) {
    ruleOf.put(scenario.getId(), rule);
    lineOf.put(scenario.getId(), scenario.getLocation().getLine().intValue());
    for (Examples examples : scenario.getExamples()) {
      if (!examples.getTableHeader().map(h -> value(h).equals("case")).orElse(false)) {
        problems.add(
            file
                + ": the first column of the examples of '"
                + scenario.getName()
                + "' must be 'case'");
      }
      examples.getTableBody().forEach(this::note);
    }
  }

  private void note(TableRow row) {
    rows.put(row.getId(), row);
    lineOf.put(row.getId(), row.getLocation().getLine().intValue());
  }

  private void add(Pickle pickle) {
    List<String> tagNames = pickle.getTags().stream().map(PickleTag::getName).toList();
    Tags tags = Tags.read(tagNames);
    String rule = ruleOf.getOrDefault(pickle.getAstNodeIds().getFirst(), "");
    int line = lineOf.getOrDefault(pickle.getAstNodeIds().getLast(), 0);
    String where = file + ":" + line + " '" + pickle.getName() + "': ";
    tags.problems.forEach(problem -> problems.add(where + problem));
    if (tags.ids.isEmpty() || tags.tiers.isEmpty()) {
      return;
    }
    specs.add(
        new ScenarioSpec(
            tags.ids.getFirst() + caseOf(pickle),
            pickle.getName(),
            feature,
            file,
            line,
            lineOf.getOrDefault(pickle.getAstNodeIds().getFirst(), 0),
            rule,
            tags.tiers.getFirst(),
            List.copyOf(tags.operations),
            List.copyOf(tags.needs),
            List.copyOf(tags.sources),
            tags.unconfirmed,
            tagNames,
            new ScenarioSpec.StepCounts(
                count(pickle, PickleStepType.CONTEXT),
                count(pickle, PickleStepType.ACTION),
                count(pickle, PickleStepType.OUTCOME))));
  }

  private String caseOf(Pickle pickle) {
    TableRow row = rows.get(pickle.getAstNodeIds().getLast());
    return row == null ? "" : ":" + value(row);
  }

  private static String value(TableRow row) {
    return row.getCells().getFirst().getValue();
  }

  private static int count(Pickle pickle, PickleStepType type) {
    return (int) pickle.getSteps().stream().filter(s -> s.getType().orElse(null) == type).count();
  }
}
