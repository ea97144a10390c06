package dev.assay.features.result;

import dev.assay.features.wire.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One step of a scenario as it ran.
 *
 * @param keyword Given, When, Then, And, But or *; for work before and after the steps, Before or
 *     After
 * @param argument the doc-string or table below the step, as written
 * @param exchanges what went over the wire during it
 */
public record StepRecord(
    String keyword,
    String text,
    Optional<String> argument,
    Status status,
    Duration took,
    List<Exchange> exchanges) {

  /** How a step ended; those after a failure are skipped. */
  public enum Status {
    PASSED,
    FAILED,
    SKIPPED
  }
}
