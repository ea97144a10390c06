package dev.assay.engine.recovery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An export, as far as it has come.
 *
 * @param fingerprint equal for requests that ask for the same
 * @param outcome null while it is in progress
 */
public record Export(
    String arn,
    ExportOrder order,
    String fingerprint,
    Instant startedAt,
    @Nullable Outcome outcome) {

  /** How an export ended. */
  public sealed interface Outcome {
    Instant endedAt();
  }

  /**
   * It is all there.
   *
   * @param manifest the key of the summary
   */
  public record Completed(Instant endedAt, String manifest, long billedBytes, long itemCount)
      implements Outcome {}

  /** It could not be done. */
  public record Failed(Instant endedAt, String code, String message) implements Outcome {}

  public String status() {
    return switch (outcome) {
      case null -> "IN_PROGRESS";
      case Completed ignored -> "COMPLETED";
      case Failed ignored -> "FAILED";
    };
  }

  Export ended(Outcome newOutcome) {
    return new Export(arn, order, fingerprint, startedAt, newOutcome);
  }
}
