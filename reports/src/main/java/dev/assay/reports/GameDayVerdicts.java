package dev.assay.reports;

import dev.assay.reports.event.Failure;
import dev.assay.reports.event.GameDayEvent.Checked;
import dev.assay.reports.event.GameDayEvent.DayStarted;
import dev.assay.reports.event.GameDayEvent.Happened;
import dev.assay.reports.event.GameDayEvent.Judged;
import dev.assay.reports.event.Outcome;
import dev.assay.reports.event.RunEvent.RunStarted;
import dev.assay.reports.event.RunEvent.ScenarioFinished;
import dev.assay.reports.event.Scenario;
import dev.assay.reports.event.Selection;
import dev.assay.reports.event.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A game day told as a run of scenarios, one for each thing that it is judged by, so that JUnit XML
 * and Allure show it as they show everything else. The method stands in the steps of each.
 */
final class GameDayVerdicts {
  /** Whose counterexample shows why an objective was missed. */
  private static final Map<String, String> MEASURED_BY =
      Map.of("RPO", "lost-writes", "staleness", "staleness");

  private GameDayVerdicts() {}

  /** The checker that stands behind something judged, if one does. */
  static String checkerOf(String judged) {
    return MEASURED_BY.getOrDefault(judged, judged);
  }

  static Run of(GameDayRecord day) {
    DayStarted started = day.started();
    List<ScenarioFinished> scenarios = scenarios(day);
    return new Run(
        new RunStarted(
            started.runId(),
            started.start(),
            started.target(),
            started.build(),
            started.seed(),
            started.commandLine(),
            Selection.everything(),
            scenarios.size()),
        scenarios,
        List.of(),
        !day.complete(),
        day.lastSeen());
  }

  static List<ScenarioFinished> scenarios(GameDayRecord day) {
    List<Step> steps = day.happened().stream().map(GameDayVerdicts::step).toList();
    List<ScenarioFinished> scenarios = new ArrayList<>();
    for (int i = 0; i < day.judged().size(); i++) {
      scenarios.add(scenario(day, day.judged().get(i), i, steps));
    }
    return scenarios;
  }

  private static ScenarioFinished scenario(
      GameDayRecord day, Judged judged, int number, List<Step> steps) {
    DayStarted started = day.started();
    String id = "%s-%02d".formatted(slug(started.title()), number + 1);
    Scenario scenario =
        new Scenario(
            id,
            judged.what() + ": " + judged.asked(),
            "gamedays/" + slug(started.title()) + ".feature",
            1,
            started.about().isEmpty() ? started.title() : started.about(),
            List.of(),
            "resilient",
            List.of(),
            List.of(),
            false,
            started.commandLine());
    boolean passed = judged.outcome() == Outcome.PASS;
    return new ScenarioFinished(
        scenario,
        judged.outcome(),
        passed ? "" : judged.measured(),
        started.start(),
        number == 0 ? day.duration() : Duration.ZERO,
        steps,
        passed ? null : new Failure(judged.asked(), judged.measured(), story(day, judged), null));
  }

  private static String story(GameDayRecord day, Judged judged) {
    return day.checked().stream()
        .filter(checked -> checked.checker().equals(checkerOf(judged.what())))
        .map(Checked::words)
        .filter(words -> !words.isEmpty())
        .findFirst()
        .map(words -> String.join("\n", words))
        .orElse(judged.measured());
  }

  private static Step step(Happened happened) {
    return new Step(
        "*",
        happened.kind() + ": " + happened.words(),
        happened.kind().equals("problem") ? Step.Status.BROKEN : Step.Status.PASSED,
        Duration.ZERO,
        List.of());
  }

  /** A title as a file name has it. */
  static String slug(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
