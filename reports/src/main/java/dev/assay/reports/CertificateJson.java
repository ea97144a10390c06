package dev.assay.reports;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.reports.Scores.Score;
import dev.assay.reports.event.Failure;
import dev.assay.reports.event.RunEvent.RunStarted;
import dev.assay.reports.event.RunEvent.ScenarioFinished;
import dev.assay.reports.event.Scenario;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The certificate for programs. Its members and their order are described in the module's README;
 * {@link #SCHEMA} changes when one changes its meaning or goes.
 */
final class CertificateJson {

  static final String SCHEMA = "assay/certificate/1";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private CertificateJson() {}

  static void write(Run run, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      EventJson.MAPPER
          .writer()
          .with(SerializationFeature.INDENT_OUTPUT)
          .writeValue(out, certificate(run));
      out.write('\n');
    }
  }

  private static ObjectNode certificate(Run run) {
    RunStarted started = run.started();
    ObjectNode root = NODES.objectNode();
    root.put("schema", SCHEMA);
    ObjectNode about = root.putObject("run");
    about.put("id", started.runId());
    about.put("start", started.start().toString());
    about.put("end", run.lastSeen().toString());
    about.put("durationMillis", run.duration().toMillis());
    about.put("seed", started.seed());
    about.put("commandLine", started.commandLine());
    about.put("interrupted", run.interrupted());
    about.set("cutShort", strings(run.cutShort()));
    root.set("target", EventJson.MAPPER.valueToTree(started.target()));
    root.set("assay", EventJson.MAPPER.valueToTree(started.build()));
    root.set("selection", EventJson.MAPPER.valueToTree(started.selection()));
    root.set("scores", tally(run.tally()));
    root.set("byTier", scores(Scores.byTier(run)));
    root.set("byOperation", scores(Scores.byOperation(run)));
    ArrayNode scenarios = root.putArray("scenarios");
    run.finished().forEach(verdict -> scenarios.add(scenario(verdict)));
    return root;
  }

  private static ObjectNode tally(Tally tally) {
    ObjectNode node = NODES.objectNode();
    node.put("all", tally.all());
    node.put("pass", tally.pass());
    node.put("fail", tally.fail());
    node.put("unsupported", tally.unsupported());
    node.put("error", tally.error());
    node.put("notReached", tally.notReached());
    node.put("divergence", tally.divergence());
    node.put("coverage", tally.coverage());
    return node;
  }

  private static ArrayNode scores(Scores scores) {
    ArrayNode nodes = NODES.arrayNode();
    for (Score score : scores.scores()) {
      ObjectNode node = nodes.addObject();
      node.put("name", score.name());
      node.setAll(tally(score.tally()));
    }
    return nodes;
  }

  private static ObjectNode scenario(ScenarioFinished verdict) {
    Scenario scenario = verdict.scenario();
    ObjectNode node = NODES.objectNode();
    node.put("id", scenario.id());
    node.put("outcome", verdict.outcome().name());
    node.put("name", scenario.name());
    node.put("feature", scenario.feature());
    node.put("line", scenario.line());
    node.put("requirement", scenario.requirement());
    node.set("sources", strings(scenario.sources()));
    node.put("tier", scenario.tier());
    node.set("operations", strings(scenario.operations()));
    node.set("needs", strings(scenario.needs()));
    node.put("unconfirmed", scenario.unconfirmed());
    node.put("reason", verdict.reason());
    node.put("durationMillis", verdict.duration().toNanos() / 1e6);
    node.put("rerunCommand", scenario.rerunCommand());
    Failure failure = verdict.failure();
    if (failure != null) {
      node.set("failure", EventJson.MAPPER.valueToTree(failure));
    }
    return node;
  }

  private static ArrayNode strings(List<String> values) {
    ArrayNode nodes = NODES.arrayNode();
    values.forEach(nodes::add);
    return nodes;
  }
}
