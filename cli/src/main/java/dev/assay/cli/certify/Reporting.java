package dev.assay.cli.certify;

import dev.assay.features.catalogue.Need;
import dev.assay.features.catalogue.ScenarioSpec;
import dev.assay.features.result.RunListener;
import dev.assay.features.result.RunSummary;
import dev.assay.features.result.ScenarioRecord;
import dev.assay.features.result.StepRecord;
import dev.assay.features.wire.Evidence;
import dev.assay.features.wire.Headers;
import dev.assay.reports.ReportWriter;
import dev.assay.reports.event.Body;
import dev.assay.reports.event.Exchange;
import dev.assay.reports.event.Failure;
import dev.assay.reports.event.Header;
import dev.assay.reports.event.Outcome;
import dev.assay.reports.event.RunEvent;
import dev.assay.reports.event.Scenario;
import dev.assay.reports.event.Step;
import java.time.Clock;
import java.util.List;

/**
 * Says in the words of the reports what the features found out; the two modules do not know each
 * other.
 */
final class Reporting implements RunListener {
  private final ReportWriter writer;
  private final Clock clock;
  private final String rerun;

  /**
   * @param rerun the command that certifies the same store again, without a selection
   */
  Reporting(ReportWriter writer, Clock clock, String rerun) {
    this.writer = writer;
    this.clock = clock;
    this.rerun = rerun;
  }

  @Override
  public void scenarioStarted(ScenarioSpec spec) {
    writer.accept(new RunEvent.ScenarioStarted(spec.id(), clock.instant()));
  }

  @Override
  public void scenarioFinished(ScenarioRecord result) {
    writer.accept(
        new RunEvent.ScenarioFinished(
            scenario(result.spec()),
            outcome(result.outcome()),
            reason(result),
            result.startedAt(),
            result.took(),
            result.steps().stream().map(step -> step(step, result)).toList(),
            result.failure().map(Reporting::failure).orElse(null)));
  }

  @Override
  public void runFinished(RunSummary summary) {
    writer.accept(new RunEvent.RunFinished(clock.instant(), summary.notRun() > 0));
  }

  private Scenario scenario(ScenarioSpec spec) {
    return new Scenario(
        spec.id(),
        spec.name(),
        spec.file(),
        spec.line(),
        spec.rule(),
        spec.sources(),
        spec.tier().label(),
        spec.operations(),
        spec.needs().stream().map(Need::label).toList(),
        spec.unconfirmed(),
        rerun + " --id " + ShellWords.quote(spec.id()));
  }

  private static Outcome outcome(dev.assay.features.result.Outcome outcome) {
    return switch (outcome) {
      case PASS -> Outcome.PASS;
      case FAIL -> Outcome.FAIL;
      case UNSUPPORTED -> Outcome.UNSUPPORTED;
      case ERROR -> Outcome.ERROR;
    };
  }

  private static String reason(ScenarioRecord result) {
    return result
        .reason()
        .or(() -> result.failure().map(dev.assay.features.result.Failure::message))
        .orElse("");
  }

  private static Step step(StepRecord step, ScenarioRecord result) {
    Step.Status status =
        switch (step.status()) {
          case PASSED -> Step.Status.PASSED;
          case SKIPPED -> Step.Status.SKIPPED;
          case FAILED ->
              result.outcome() == dev.assay.features.result.Outcome.FAIL
                  ? Step.Status.FAILED
                  : Step.Status.BROKEN;
        };
    String text = step.text() + step.argument().map(argument -> "\n" + argument).orElse("");
    return new Step(
        step.keyword(),
        text,
        status,
        step.took(),
        step.exchanges().stream().map(Reporting::exchange).toList());
  }

  private static Failure failure(dev.assay.features.result.Failure failure) {
    String message =
        (failure.step().isEmpty() ? "" : failure.step() + "\n")
            + failure.message()
            + failure.trace().map(trace -> "\n" + trace).orElse("");
    return new Failure(
        failure.expected(),
        failure.actual(),
        message,
        failure.exchange().map(Reporting::exchange).orElse(null));
  }

  private static Exchange exchange(dev.assay.features.wire.Exchange exchange) {
    return new Exchange(
        new Exchange.Request(
            exchange.method(),
            exchange.uri(),
            headers(exchange.requestHeaders()),
            body(exchange.requestBody())),
        exchange
            .reply()
            .map(
                reply ->
                    new Exchange.Response(
                        reply.status(), headers(reply.headers()), body(reply.body())))
            .orElse(null),
        exchange.startedAt(),
        exchange.took());
  }

  private static List<Header> headers(Headers headers) {
    return headers.values().entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(value -> new Header(entry.getKey(), value)))
        .toList();
  }

  /**
   * The features keep less of a body than the reports would, so what was cut is said in the text
   * itself.
   */
  private static Body body(Evidence evidence) {
    return evidence.truncated()
        ? new Body(
            evidence.text() + "\n... of " + evidence.totalBytes() + " bytes in all",
            evidence.totalBytes())
        : new Body(evidence.text(), evidence.totalBytes());
  }
}
