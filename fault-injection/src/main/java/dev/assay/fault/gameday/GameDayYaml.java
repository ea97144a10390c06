package dev.assay.fault.gameday;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads game days from YAML. */
public final class GameDayYaml {
  private static final double ENDLESS = 1e12;
  private static final long LONGEST_MS = 600_000;

  private GameDayYaml() {}

  /**
   * Reads a game day.
   *
   * @throws GameDayException naming line and field of the first thing that is wrong
   */
  public static GameDay read(String yaml) {
    YamlFields root = new YamlFields("", compose(yaml));
    root.onlyKnown(
        "title",
        "about",
        "needs",
        "topology",
        "workload",
        "steady_state",
        "phases",
        "prepare",
        "method",
        "rollback",
        "objectives",
        "checks",
        "stop_when");
    Phases phases = phases(root.mapping("phases"));
    List<Action> prepare = root.mappings("prepare", (fields, place) -> atOnce(fields));
    List<Step> method = method(root, phases);
    root.required("workload");
    List<String> regions = regions(root.mapping("topology"));
    return new GameDay(
        title(root),
        root.text("about").map(String::strip).orElse(""),
        needs(root, prepare, method, regions),
        regions,
        root.mapping("workload").map(fields -> workload(fields, regions)).orElseThrow(),
        steadyState(root),
        phases,
        prepare,
        method,
        root.mappings("rollback", (fields, place) -> atOnce(fields)),
        root.mapping("objectives")
            .map(GameDayYaml::objectives)
            .orElseGet(
                () ->
                    new Objectives(
                        OptionalDouble.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalDouble.empty())),
        root.texts("checks"),
        root.mappings("stop_when", (fields, place) -> stopCondition(fields)));
  }

  /**
   * The line of a field, for who finds something wrong with it later.
   *
   * @param path names from the outermost mapping inwards
   * @return from 1; the line of the nearest mapping around it if the field is not given, 0 if there
   *     is none
   */
  public static int lineOf(String yaml, String... path) {
    YamlFields fields = new YamlFields("", compose(yaml));
    int line = 0;
    for (String name : path) {
      if (!fields.has(name)) {
        return line;
      }
      line = fields.lineOf(name);
      Node value = fields.value(name);
      if (!(value instanceof MappingNode)) {
        return line;
      }
      fields = new YamlFields(name, value);
    }
    return line;
  }

  private static Node compose(String yaml) {
    try {
      return new Compose(LoadSettings.builder().setLabel("the game day").build())
          .composeString(yaml)
          .orElseThrow(() -> new GameDayException(0, "", "the file is empty"));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      throw new GameDayException(line, "", "this is no YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new GameDayException(0, "", "this is no YAML: " + e.getMessage());
    }
  }

  private static String title(YamlFields root) {
    String title = root.requiredText("title").strip();
    if (title.isEmpty()) {
      throw root.complaint("title", "must not be empty");
    }
    return title;
  }

  /** What the file says that it needs, and what its method shows that it needs. */
  private static Set<String> needs(
      YamlFields root, List<Action> prepare, List<Step> method, List<String> regions) {
    Set<String> needs = new HashSet<>(root.texts("needs"));
    Stream<Action> steps = method.stream().map(Step::action);
    for (Action action : Stream.concat(prepare.stream(), steps).toList()) {
      switch (action) {
        case Action.PullLever ignored -> needs.add("levers");
        case Action.PutRule ignored -> needs.add("proxy");
        case Action.Heal ignored -> {}
        case Action.RemoveRule ignored -> {}
        case Action.CallOperation ignored -> {}
        case Action.DeleteAllItems ignored -> {}
        case Action.UseTable ignored -> {}
        case Action.UseRegion use -> {
          if (!regions.contains(use.region())) {
            throw new GameDayException(
                root.lineOf("method"),
                "method",
                "must use regions of the topology, was \""
                    + use.region()
                    + "\""
                    + YamlFields.suggestion(use.region(), regions));
          }
        }
      }
    }
    if (regions.size() > 1) {
      needs.add("multi-region");
    }
    return needs;
  }

  private static List<String> regions(Optional<YamlFields> topology) {
    if (topology.isEmpty()) {
      return List.of();
    }
    topology.get().onlyKnown("regions");
    List<String> regions = topology.get().texts("regions");
    if (new HashSet<>(regions).size() != regions.size()) {
      throw topology.get().complaint("regions", "must be different from each other");
    }
    return regions;
  }

  private static List<String> workloadRegions(YamlFields fields, List<String> topology) {
    List<String> regions = fields.texts("regions");
    for (String region : regions) {
      if (!topology.contains(region)) {
        throw fields.complaint(
            "regions",
            "must be regions of the topology, was \""
                + region
                + "\""
                + (topology.isEmpty()
                    ? "; topology.regions names none"
                    : YamlFields.suggestion(region, topology)));
      }
    }
    return regions;
  }

  private static WorkloadSpec workload(YamlFields fields, List<String> regions) {
    fields.onlyKnown(
        "name",
        "clients",
        "rate",
        "regions",
        "consistency",
        "attempts",
        "attempt_timeout_ms",
        "call_timeout_ms",
        "parameters");
    Map<String, String> parameters = new TreeMap<>();
    fields
        .mapping("parameters")
        .ifPresent(
            given -> given.names().forEach(name -> parameters.put(name, given.requiredText(name))));
    return new WorkloadSpec(
        fields.requiredText("name"),
        fields.whole("clients", 1, WorkloadSpec.MAX_CLIENTS).orElse(8L).intValue(),
        fields.number("rate", 0.1, WorkloadSpec.MAX_RATE).map(Number::doubleValue).orElse(200.0),
        workloadRegions(fields, regions),
        fields
            .word("consistency", List.of("eventual", "strong"))
            .filter("strong"::equals)
            .isPresent(),
        fields
            .whole("attempts", 1, 100)
            .map(most -> OptionalInt.of(most.intValue()))
            .orElseGet(OptionalInt::empty),
        fields.whole("attempt_timeout_ms", 1, LONGEST_MS).orElse(2_000L),
        fields.whole("call_timeout_ms", 1, LONGEST_MS).orElse(10_000L),
        parameters);
  }

  private static List<Tolerance> steadyState(YamlFields root) {
    List<Tolerance> tolerances =
        root.mappings(
            "steady_state",
            (fields, place) -> {
              fields.onlyKnown("metric", "at_least", "at_most");
              Metric metric = metric(fields);
              OptionalDouble least = bound(fields, "at_least");
              OptionalDouble most = bound(fields, "at_most");
              if (least.isEmpty() && most.isEmpty()) {
                throw fields.complaint("metric", "must be given at_least, at_most or both");
              }
              return new Tolerance(metric, least, most);
            });
    if (tolerances.isEmpty()) {
      throw new GameDayException(
          root.lineOf("steady_state"), "steady_state", "must name at least one tolerance");
    }
    return tolerances;
  }

  private static Metric metric(YamlFields fields) {
    return fields
        .word("metric", Metric.words())
        .flatMap(Metric::of)
        .orElseThrow(() -> fields.complaint("metric", "must be given, was missing"));
  }

  private static OptionalDouble bound(YamlFields fields, String name) {
    return fields
        .number(name, 0, ENDLESS)
        .map(number -> OptionalDouble.of(number.doubleValue()))
        .orElseGet(OptionalDouble::empty);
  }

  private static Phases phases(Optional<YamlFields> fields) {
    fields.ifPresent(given -> given.onlyKnown("warmup_s", "baseline_s", "fault_s", "recovery_s"));
    return new Phases(
        seconds(fields, "warmup_s", 0, 3),
        seconds(fields, "baseline_s", 1, 5),
        seconds(fields, "fault_s", 1, 15),
        seconds(fields, "recovery_s", 1, 30));
  }

  private static int seconds(Optional<YamlFields> fields, String name, int least, int otherwise) {
    return fields
        .flatMap(given -> given.whole(name, least, Phases.MAX_SECONDS))
        .map(Long::intValue)
        .orElse(otherwise);
  }

  private static List<Step> method(YamlFields root, Phases phases) {
    List<Step> steps =
        root.mappings(
            "method",
            (fields, place) -> {
              double after =
                  fields
                      .number("after_s", 0, Phases.MAX_SECONDS)
                      .map(Number::doubleValue)
                      .orElse(0.0);
              if (after > phases.fault()) {
                throw fields.complaint(
                    "after_s",
                    "must be within the fault phase of "
                        + phases.fault()
                        + " s, was "
                        + Numbers.text(after));
              }
              return new Step(Math.round(after * 1000), ActionYaml.read(fields));
            });
    if (steps.isEmpty()) {
      throw new GameDayException(root.lineOf("method"), "method", "must have at least one step");
    }
    return steps.stream().sorted(Comparator.comparingLong(Step::afterMs)).toList();
  }

  private static Action atOnce(YamlFields fields) {
    if (fields.has("after_s")) {
      throw fields.complaint(
          "after_s", "belongs to the method: preparation and rollback run at once");
    }
    return ActionYaml.read(fields);
  }

  private static Objectives objectives(YamlFields fields) {
    fields.onlyKnown("rto_s", "rpo_writes", "staleness_ms", "error_share");
    return new Objectives(
        bound(fields, "rto_s"),
        wholeBound(fields, "rpo_writes"),
        wholeBound(fields, "staleness_ms"),
        fields
            .number("error_share", 0, 1)
            .map(number -> OptionalDouble.of(number.doubleValue()))
            .orElseGet(OptionalDouble::empty));
  }

  private static OptionalLong wholeBound(YamlFields fields, String name) {
    return fields
        .whole(name, 0, (long) ENDLESS)
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  private static StopCondition stopCondition(YamlFields fields) {
    fields.onlyKnown("metric", "above", "for_s");
    return new StopCondition(
        metric(fields),
        fields
            .number("above", 0, ENDLESS)
            .orElseThrow(() -> fields.complaint("above", "must be given, was missing"))
            .doubleValue(),
        fields.whole("for_s", 1, Phases.MAX_SECONDS).orElse(3L).intValue());
  }
}
