package dev.assay.reports.event;

import java.time.Duration;
import java.util.List;

/**
 * One Gherkin step with what went over the wire during it.
 *
 * @param keyword {@code Given}, {@code When}, {@code Then}, {@code And} or {@code But}
 */
public record Step(
    String keyword, String text, Status status, Duration duration, List<Exchange> exchanges) {
  public Step {
    exchanges = List.copyOf(exchanges);
  }

  /** How a step ended. */
  public enum Status {
    PASSED,
    /** What it asserts does not hold. */
    FAILED,
    /** It could not find out. */
    BROKEN,
    /** An earlier step ended the scenario. */
    SKIPPED
  }
}
