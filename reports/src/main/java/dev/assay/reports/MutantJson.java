package dev.assay.reports;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.reports.event.MutantEvent.MutantFinished;
import dev.assay.reports.event.MutantEvent.TrialStarted;
import dev.assay.reports.event.MutantEvent.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The matrix of mutants and scenarios for programs. */
final class MutantJson {
  static final String SCHEMA = "assay/mutants/1";

  private MutantJson() {}

  static void write(MutantTrial trial, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      EventJson.MAPPER
          .writer()
          .with(SerializationFeature.INDENT_OUTPUT)
          .writeValue(out, matrix(trial));
      out.write('\n');
    }
  }

  private static ObjectNode matrix(MutantTrial trial) {
    TrialStarted started = trial.started();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", SCHEMA);
    ObjectNode about = root.putObject("run");
    about.put("start", started.start().toString());
    about.put("durationMillis", trial.duration().toMillis());
    about.put("seed", started.seed());
    about.put("commandLine", started.commandLine());
    about.put("enough", started.enough());
    about.put("interrupted", trial.interrupted());
    root.set("target", EventJson.MAPPER.valueToTree(started.target()));
    root.set("assay", EventJson.MAPPER.valueToTree(started.build()));
    root.set("selection", EventJson.MAPPER.valueToTree(started.selection()));
    ObjectNode totals = root.putObject("totals");
    totals.put("mutants", started.mutants().size());
    for (Verdict verdict : Verdict.values()) {
      totals.put(label(verdict), trial.with(verdict).size());
    }
    trial.baseline().ifPresent(baseline -> root.set("leftOut", strings(baseline.leftOut())));
    ArrayNode mutants = root.putArray("mutants");
    trial.finished().forEach(mutant -> mutants.add(mutant(trial, mutant)));
    ArrayNode scenarios = root.putArray("scenarios");
    for (MutantTrial.Worth worth : trial.worths()) {
      scenarios
          .addObject()
          .put("id", worth.scenario().id())
          .put("name", worth.scenario().name())
          .put("tried", worth.tried())
          .put("kills", worth.kills());
    }
    return root;
  }

  private static ObjectNode mutant(MutantTrial trial, MutantFinished mutant) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", mutant.mutant());
    node.put("claim", trial.claim(mutant));
    node.put("verdict", label(mutant.verdict()));
    node.put("changedExchanges", mutant.changedExchanges());
    node.put("ran", mutant.ran().size());
    node.set("killers", strings(mutant.killers()));
    node.set("errors", strings(mutant.errors()));
    return node;
  }

  private static ArrayNode strings(List<String> values) {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    values.forEach(nodes::add);
    return nodes;
  }

  private static String label(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }
}
