package dev.assay.features.suite;

import dev.assay.features.catalogue.ScenarioSpec;
import dev.assay.features.notation.Divergence;
import dev.assay.features.result.Failure;
import dev.assay.features.result.Outcome;
import dev.assay.features.result.ScenarioRecord;
import dev.assay.features.result.StepRecord;
import dev.assay.features.world.ScenarioLog;
import io.cucumber.plugin.event.DataTableArgument;
import io.cucumber.plugin.event.DocStringArgument;
import io.cucumber.plugin.event.HookTestStep;
import io.cucumber.plugin.event.PickleStepTestStep;
import io.cucumber.plugin.event.Result;
import io.cucumber.plugin.event.Status;
import io.cucumber.plugin.event.StepArgument;
import io.cucumber.plugin.event.TestStep;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers one scenario's record while it runs. */
final class RecordBuilder {
  private final ScenarioSpec spec;
  private final ScenarioLog log;
  private final Instant startedAt;
  private final long seed;
  private final List<StepRecord> steps = new ArrayList<>();
  private String failedStep = "";

  RecordBuilder(ScenarioSpec spec, ScenarioLog log, Instant startedAt, long seed) {
    this.spec = spec;
    this.log = log;
    this.startedAt = startedAt;
    this.seed = seed;
  }

  boolean stopped() {
    return log.stopped();
  }

  void add(TestStep step, Result result) {
    StepRecord.Status status =
        switch (result.getStatus()) {
          case PASSED -> StepRecord.Status.PASSED;
          case SKIPPED -> StepRecord.Status.SKIPPED;
          case PENDING, UNDEFINED, AMBIGUOUS, FAILED, UNUSED -> StepRecord.Status.FAILED;
        };
    StepRecord read = describe(step, status, result);
    if (status == StepRecord.Status.FAILED && failedStep.isEmpty()) {
      failedStep = read.keyword() + " " + read.text();
    }
    boolean quietHook = step instanceof HookTestStep && status == StepRecord.Status.PASSED;
    if (!quietHook || !read.exchanges().isEmpty()) {
      steps.add(read);
    }
  }

  private StepRecord describe(TestStep step, StepRecord.Status status, Result result) {
    String keyword = "";
    String text = step.getCodeLocation();
    Optional<String> argument = Optional.empty();
    if (step instanceof PickleStepTestStep written) {
      keyword = written.getStep().getKeyword().strip();
      text = written.getStep().getText();
      argument = Optional.ofNullable(written.getStep().getArgument()).map(RecordBuilder::asWritten);
    } else if (step instanceof HookTestStep hook) {
      keyword = hook.getHookType().name().startsWith("BEFORE") ? "Before" : "After";
      text =
          keyword.equals("Before") ? "the store can be asked this" : "the tables are cleared away";
    }
    return new StepRecord(
        keyword, text, argument, status, result.getDuration(), log.takeExchanges());
  }

  private static String asWritten(StepArgument argument) {
    return switch (argument) {
      case DocStringArgument doc -> doc.getContent();
      case DataTableArgument table ->
          table.cells().stream()
              .map(row -> "| " + String.join(" | ", row) + " |")
              .collect(Collectors.joining("\n"));
      default -> argument.toString();
    };
  }

  ScenarioRecord build(Result result) {
    Throwable error = result.getError();
    Outcome outcome = outcome(result.getStatus(), error);
    boolean bad = outcome == Outcome.FAIL || outcome == Outcome.ERROR;
    return new ScenarioRecord(
        spec,
        outcome,
        startedAt,
        result.getDuration(),
        List.copyOf(steps),
        outcome == Outcome.UNSUPPORTED ? log.declined() : Optional.empty(),
        bad ? Optional.of(failure(result.getStatus(), error)) : Optional.empty(),
        seed);
  }

  private Outcome outcome(Status status, @Nullable Throwable error) {
    if (status == Status.PASSED) {
      return Outcome.PASS;
    }
    if (log.declined().isPresent()) {
      return Outcome.UNSUPPORTED;
    }
    return error instanceof AssertionError ? Outcome.FAIL : Outcome.ERROR;
  }

  private Failure failure(Status status, @Nullable Throwable error) {
    if (error instanceof Divergence divergence) {
      return new Failure(
          failedStep,
          String.valueOf(divergence.getMessage()),
          divergence.expected(),
          divergence.actual(),
          log.lastExchange(),
          Optional.empty());
    }
    String message =
        error == null ? "no step is defined for this sentence (" + status + ")" : message(error);
    return new Failure(
        failedStep,
        message,
        "",
        "",
        log.lastExchange(),
        Optional.ofNullable(error).map(RecordBuilder::trace));
  }

  private static String message(Throwable error) {
    String message = error.getMessage();
    return message == null ? error.getClass().getSimpleName() : message;
  }

  private static String trace(Throwable error) {
    StringWriter out = new StringWriter();
    error.printStackTrace(new PrintWriter(out));
    return out.toString();
  }
}
