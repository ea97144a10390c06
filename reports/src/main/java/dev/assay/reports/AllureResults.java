package dev.assay.reports;

import static java.util.stream.Collectors.joining;

import dev.assay.reports.event.Exchange;
import dev.assay.reports.event.Failure;
import dev.assay.reports.event.Outcome;
import dev.assay.reports.event.RunEvent.ScenarioFinished;
import dev.assay.reports.event.Scenario;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import io.qameta.allure.model.TestResult;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Allure's own results, one file a scenario, the wire exchanges attached to the steps that made
 * them. Allure's lifecycle is not used: it stamps its own times, and these scenarios are over.
 */
final class AllureResults {

  private final FileSystemResultsWriter writer;
  private final Map<String, Integer> seen = new HashMap<>();
  private long attachedBytes;

  AllureResults(Path folder) {
    this.writer = new FileSystemResultsWriter(folder);
  }

  /** How much was attached so far. */
  long attachedBytes() {
    return attachedBytes;
  }

  void write(ScenarioFinished verdict) {
    Scenario scenario = verdict.scenario();
    String identity = identity(scenario.id());
    Failure failure = verdict.failure();
    TestResult result =
        new TestResult()
            .setUuid(nameBased("result " + identity))
            .setHistoryId(nameBased("history " + identity))
            .setTestCaseId(nameBased("case " + identity))
            .setFullName(scenario.feature() + ":" + scenario.line())
            .setName(scenario.id() + "  " + scenario.name())
            .setDescriptionHtml(description(scenario).markup())
            .setLabels(labels(scenario))
            .setStatus(status(verdict.outcome()))
            .setStatusDetails(details(verdict))
            .setStage(Stage.FINISHED)
            .setStart(verdict.start().toEpochMilli())
            .setStop(verdict.start().plus(verdict.duration()).toEpochMilli())
            .setSteps(steps(verdict, identity));
    if (failure != null && failure.exchange() != null) {
      result.setAttachments(
          wire("Evidence: ", List.of(failure.exchange()), identity + " evidence"));
    }
    writer.write(result);
  }

  /** Allure hides all but one result of the same history, so that a repeated id gets a number. */
  private String identity(String id) {
    int times = seen.merge(id, 1, Integer::sum);
    return times == 1 ? id : id + "#" + times;
  }

  private List<StepResult> steps(ScenarioFinished verdict, String identity) {
    List<StepResult> results = new ArrayList<>();
    Instant at = verdict.start();
    for (int i = 0; i < verdict.steps().size(); i++) {
      var step = verdict.steps().get(i);
      Instant end = at.plus(step.duration());
      results.add(
          new StepResult()
              .setName(step.keyword() + " " + step.text())
              .setStatus(
                  switch (step.status()) {
                    case PASSED -> Status.PASSED;
                    case FAILED -> Status.FAILED;
                    case BROKEN -> Status.BROKEN;
                    case SKIPPED -> Status.SKIPPED;
                  })
              .setStage(Stage.FINISHED)
              .setStart(at.toEpochMilli())
              .setStop(end.toEpochMilli())
              .setAttachments(wire("", step.exchanges(), identity + " " + i)));
      at = end;
    }
    return results;
  }

  /**
   * One attachment for all exchanges of a step: Allure inspects each file, which takes its time.
   */
  private List<Attachment> wire(String prefix, List<Exchange> exchanges, String identity) {
    if (exchanges.isEmpty()) {
      return List.of();
    }
    String text = exchanges.stream().map(ExchangeText::both).collect(joining("\n\n"));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    attachedBytes += bytes.length;
    String source = nameBased("attachment " + identity) + "-attachment.txt";
    writer.write(source, new ByteArrayInputStream(bytes));
    String name = exchanges.stream().map(ExchangeText::title).collect(joining(", "));
    return List.of(
        new Attachment()
            .setName(prefix + (name.length() > 120 ? name.substring(0, 120) + "…" : name))
            .setType("text/plain")
            .setSource(source));
  }

  private static List<Label> labels(Scenario scenario) {
    List<Label> labels = new ArrayList<>();
    labels.add(label("epic", scenario.tier()));
    scenario.operations().forEach(operation -> labels.add(label("feature", operation)));
    labels.add(label("story", scenario.requirement()));
    labels.add(label("parentSuite", scenario.tier()));
    labels.add(label("suite", scenario.feature()));
    labels.add(label("subSuite", scenario.requirement()));
    labels.add(label("severity", severity(scenario.tier())));
    scenario.sources().forEach(source -> labels.add(label("tag", source)));
    scenario.needs().forEach(need -> labels.add(label("tag", "needs:" + need)));
    if (scenario.unconfirmed()) {
      labels.add(label("tag", "unconfirmed"));
    }
    return labels;
  }

  private static String severity(String tier) {
    return switch (tier) {
      case "core" -> "blocker";
      case "complete" -> "critical";
      case "strict" -> "minor";
      default -> "normal";
    };
  }

  private static Html description(Scenario scenario) {
    return Html.of(
        "<p>{}</p><p>Sources: {}</p><p>Run only this: <code>{}</code></p>",
        scenario.requirement(),
        String.join(", ", scenario.sources()),
        scenario.rerunCommand());
  }

  private static Status status(Outcome outcome) {
    return switch (outcome) {
      case PASS -> Status.PASSED;
      case FAIL -> Status.FAILED;
      case UNSUPPORTED -> Status.SKIPPED;
      case ERROR -> Status.BROKEN;
    };
  }

  private static StatusDetails details(ScenarioFinished verdict) {
    StatusDetails details = new StatusDetails().setMessage(verdict.reason());
    Failure failure = verdict.failure();
    return failure == null
        ? details
        : details.setTrace(
            "Expected: %s%nActual:   %s%n%n%s"
                .formatted(failure.expected(), failure.actual(), failure.message()));
  }

  private static Label label(String name, String value) {
    return new Label().setName(name).setValue(value);
  }

  /** The same scenario gets the same ids in every run, so that runs can be compared. */
  private static String nameBased(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
