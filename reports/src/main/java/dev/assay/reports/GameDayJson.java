package dev.assay.reports;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.reports.event.GameDayEvent.Checked;
import dev.assay.reports.event.GameDayEvent.DayStarted;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The game day for programs; {@link #SCHEMA} changes when a member changes its meaning or goes. */
final class GameDayJson {
  static final String SCHEMA = "assay/gameday/1";

  private GameDayJson() {}

  static void write(GameDayRecord day, Optional<GameDayRecord> before, Path file)
      throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      EventJson.MAPPER
          .writer()
          .with(SerializationFeature.INDENT_OUTPUT)
          .writeValue(out, document(day, before));
      out.write('\n');
    }
  }

  private static ObjectNode document(GameDayRecord day, Optional<GameDayRecord> before) {
    DayStarted started = day.started();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("schema", SCHEMA);
    root.put("title", started.title());
    root.put("about", started.about());
    root.put("result", CertificatePage.label(day.overall()));
    ObjectNode run = root.putObject("run");
    run.put("id", started.runId());
    run.put("start", started.start().toString());
    run.put("end", day.lastSeen().toString());
    run.put("seed", started.seed());
    run.put("commandLine", started.commandLine());
    run.put("complete", day.complete());
    root.set("target", EventJson.MAPPER.valueToTree(started.target()));
    root.set("assay", EventJson.MAPPER.valueToTree(started.build()));
    root.set("plan", strings(started.plan()));
    root.set("judged", EventJson.MAPPER.valueToTree(day.judged()));
    day.moments().ifPresent(moments -> root.set("moments", EventJson.MAPPER.valueToTree(moments)));
    ArrayNode checkers = root.putArray("checkers");
    day.checked().forEach(checked -> checkers.add(checker(checked)));
    ArrayNode timeline = root.putArray("timeline");
    day.happened().forEach(one -> timeline.add(EventJson.MAPPER.<ObjectNode>valueToTree(one)));
    ObjectNode seconds = root.putObject("load");
    seconds.put("from", day.measured().from().toString());
    seconds.set("seconds", EventJson.MAPPER.valueToTree(day.measured().seconds()));
    before.ifPresent(
        earlier -> {
          ObjectNode comparison = root.putObject("comparison");
          comparison.put("run", earlier.started().runId());
          comparison.put("start", earlier.started().start().toString());
          comparison.set("lines", EventJson.MAPPER.valueToTree(GameDayComparison.of(earlier, day)));
        });
    return root;
  }

  private static ObjectNode checker(Checked checked) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("name", checked.checker());
    node.put("verdict", checked.verdict());
    node.put("summary", checked.summary());
    ObjectNode measures = node.putObject("measures");
    new TreeMap<>(checked.measures()).forEach(measures::put);
    node.set("counterexample", strings(checked.words()));
    return node;
  }

  private static ArrayNode strings(List<String> values) {
    ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
    values.forEach(nodes::add);
    return nodes;
  }
}
