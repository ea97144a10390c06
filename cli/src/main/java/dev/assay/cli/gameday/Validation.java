package dev.assay.cli.gameday;

import dev.assay.cli.problem.Refusal;
import dev.assay.cli.problem.Suggestion;
import dev.assay.fault.gameday.Action;
import dev.assay.fault.gameday.GameDay;
import dev.assay.fault.gameday.Objective;
import dev.assay.fault.gameday.RigException;
import dev.assay.fault.gameday.Step;
import dev.assay.features.catalogue.Need;
import dev.assay.features.checker.Checker;
import dev.assay.features.checker.Checkers;
import dev.assay.features.workload.Parameter;
import dev.assay.features.workload.Workload;
import dev.assay.features.workload.Workloads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at a game day for everything that can be wrong before anything is broken. */
final class Validation {
  private final DayFile file;
  private final GameDay day;
  private final Workload workload;

  private Validation(DayFile file) {
    this.file = file;
    this.day = file.day();
    this.workload = workload(file);
  }

  /**
   * A game day whose words are all known.
   *
   * @param parameters of the workload
   * @param checkers that judge it, that its objectives are measured by, or that have something to
   *     report
   * @param warnings what is probably not meant, a sentence each
   */
  record Valid(
      DayFile file,
      Workload workload,
      Map<String, Long> parameters,
      List<Checker> checkers,
      List<String> warnings) {}

  /**
   * Without a target: workload, parameters, checkers, objectives and needs.
   *
   * @throws Refusal for the first that is wrong
   */
  static Valid of(DayFile file) {
    Validation validation = new Validation(file);
    validation.needs();
    List<String> warnings = new ArrayList<>();
    return new Valid(
        file,
        validation.workload,
        validation.parameters(),
        validation.checkers(warnings),
        List.copyOf(warnings));
  }

  private static Workload workload(DayFile file) {
    String name = file.day().workload().name();
    return Workloads.named(name)
        .orElseThrow(
            () ->
                file.wrong(
                    "must be a known workload, was '"
                        + name
                        + "'"
                        + Suggestion.forUnknown(
                            name, Workloads.all().stream().map(Workload::name).toList()),
                    "workload",
                    "name"));
  }

  private Map<String, Long> parameters() {
    Map<String, Long> parameters = new HashMap<>();
    List<String> names = workload.parameters().stream().map(Parameter::name).toList();
    day.workload()
        .parameters()
        .forEach(
            (name, text) -> {
              Parameter parameter =
                  workload.parameters().stream()
                      .filter(known -> known.name().equals(name))
                      .findFirst()
                      .orElseThrow(
                          () ->
                              wrongParameter(
                                  name,
                                  "is no parameter of "
                                      + workload.name()
                                      + Suggestion.forUnknown(name, names)));
              long value;
              try {
                value = Long.parseLong(text.trim());
              } catch (NumberFormatException e) {
                throw wrongParameter(name, "must be a whole number, was '" + text + "'");
              }
              if (value < parameter.least() || value > parameter.most()) {
                throw wrongParameter(
                    name,
                    "must be " + parameter.least() + " to " + parameter.most() + ", was " + value);
              }
              parameters.put(name, value);
            });
    return parameters;
  }

  private Refusal wrongParameter(String name, String problem) {
    return file.wrong(problem, "workload", "parameters", name);
  }

  private void needs() {
    List<String> known = Arrays.stream(Need.values()).map(Need::label).toList();
    for (String need : day.needs()) {
      if (!known.contains(need)) {
        throw file.wrong(
            "must be known capabilities, was '" + need + "'" + Suggestion.forUnknown(need, known),
            "needs");
      }
    }
  }

  /** In how many regions clients work, as far as promises go. */
  static int regions(GameDay day) {
    if (day.workload().strongRegions()) {
      return 1;
    }
    boolean moves = steps(day).anyMatch(action -> action instanceof Action.UseRegion);
    int working =
        day.workload().regions().isEmpty()
            ? Math.max(1, day.regions().size())
            : day.workload().regions().size();
    return moves ? Math.max(2, working) : working;
  }

  /** In which list of the file an action stands. */
  private static String listOf(GameDay day, Action action) {
    if (day.prepare().contains(action)) {
      return "prepare";
    }
    return day.rollback().contains(action) ? "rollback" : "method";
  }

  private static Stream<Action> steps(GameDay day) {
    return Stream.of(
            day.prepare().stream(),
            day.method().stream().map(Step::action),
            day.rollback().stream())
        .flatMap(actions -> actions);
  }

  private List<Checker> checkers(List<String> warnings) {
    List<String> fitting = workload.checkers(regions(day));
    Map<String, Checker> chosen = new LinkedHashMap<>();
    // Those that fit measure something that the report shows; "checks" says who judges. Of items
    // that a script deletes the clients know nothing: there only those that were asked for.
    boolean deletes = steps(day).anyMatch(action -> action instanceof Action.DeleteAllItems);
    List<String> measuring = deletes && !day.checks().isEmpty() ? List.of() : fitting;
    for (String name : Stream.concat(measuring.stream(), day.checks().stream()).toList()) {
      chosen.put(name, checker(name));
      boolean fits = workload.checkers(1).contains(name) || workload.checkers(2).contains(name);
      if (!fits) {
        warnings.add(
            "checks: "
                + name
                + " is not meant for the workload "
                + workload.name()
                + " and may know nothing in the end");
      }
    }
    for (Objective objective : Objective.of(day)) {
      objective.checker().ifPresent(name -> chosen.put(name, measuring(objective, name)));
    }
    return List.copyOf(chosen.values());
  }

  private Checker checker(String name) {
    return Checkers.named(name)
        .orElseThrow(
            () ->
                file.wrong(
                    "must be known checkers, was '"
                        + name
                        + "'"
                        + Suggestion.forUnknown(
                            name, Checkers.all().stream().map(Checker::name).toList()),
                    "checks"));
  }

  /** An objective that nobody measures would never be missed. */
  private Checker measuring(Objective objective, String name) {
    int regions = regions(day);
    if (!workload.checkers(regions).contains(name) && !day.checks().contains(name)) {
      throw file.wrong(
          "cannot be measured: the checker "
              + name
              + " does not judge the workload "
              + workload.name()
              + (regions > 1 ? " in several regions" : "")
              + "; it judges "
              + String.join(
                  ", ",
                  Workloads.all().stream()
                      .filter(other -> other.checkers(regions).contains(name))
                      .map(Workload::name)
                      .toList()),
          "objectives",
          objective.field());
    }
    return checker(name);
  }

  /** What the target lacks, with the reason; empty if nothing. */
  static Map<String, String> missing(GameDay day, Site site, Abilities abilities) {
    Map<String, String> missing = new LinkedHashMap<>();
    for (String region : day.regions()) {
      if (site.endpoint(region).isEmpty()) {
        missing.put(
            "region " + region,
            "the target has no endpoint of it that is known (--region-endpoint "
                + region
                + "=URL)");
      }
    }
    missing.putAll(abilities.missing(day.needs()));
    return missing;
  }

  /**
   * Asks the target for its levers.
   *
   * @return warnings: arguments that a lever's own words do not mention
   * @throws Refusal for a lever that there is not
   */
  static List<String> levers(DayFile file, Abilities abilities) {
    List<Action.PullLever> pulled =
        steps(file.day())
            .filter(Action.PullLever.class::isInstance)
            .map(Action.PullLever.class::cast)
            .toList();
    List<String> warnings = new ArrayList<>();
    if (pulled.isEmpty()) {
      return warnings;
    }
    Map<String, String> help;
    try {
      help = abilities.levers();
    } catch (RigException e) {
      throw Refusal.unreachable(String.valueOf(e.getMessage()));
    }
    for (Action.PullLever pull : pulled) {
      String words =
          Optional.ofNullable(help.get(pull.lever()))
              .orElseThrow(
                  () ->
                      file.wrong(
                          "pulls a lever that the target does not have: '"
                              + pull.lever()
                              + "'"
                              + Suggestion.forUnknown(pull.lever(), help.keySet()),
                          listOf(file.day(), pull)));
      for (String argument : pull.arguments().keySet()) {
        if (!words.contains(argument)) {
          warnings.add("the lever " + pull.lever() + " says nothing of '" + argument + "'");
        }
      }
    }
    return warnings;
  }
}
