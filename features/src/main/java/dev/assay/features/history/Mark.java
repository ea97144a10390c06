package dev.assay.features.history;

/**
 * Something that happened to the run as a whole: a fault injected, healed, a restore point.
 *
 * @param nanos since 1970
 */
public record Mark(String name, long nanos) {
  /** Load has ended and what was broken is healed: final reads follow. */
  public static final String SETTLED = "settled";

  /** The moment that {@link Reading#RESTORED} reads must show. */
  public static final String RESTORE_POINT = "restore-point";

  /**
   * A reader of a stream has found nothing new for long enough: all that was told has been read.
   */
  public static final String STREAM_DRAINED = "stream-drained";
}
