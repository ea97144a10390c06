package dev.assay.engine.scaling.tracking;

import dev.assay.engine.scaling.ScalableTarget;
import dev.assay.engine.scaling.ScalingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How the use of one capacity went in the last minutes, and what follows from it.
 *
 * <p>Above the target for two minutes in a row it scales out; below it for fifteen minutes with use
 * it scales in. A minute without any use tells nothing: as in the service a table that is not used
 * at all keeps its capacity (Developer Guide, AutoScaling). Not safe for use by several threads.
 */
final class Course {
  private static final int MINUTES_TO_SCALE_OUT = 2;
  private static final int MINUTES_TO_SCALE_IN = 15;
  private static final double SECONDS = 60;
  private static final double PERCENT = 100;

  /** Units a second, of minutes below the target. */
  private final Deque<Double> below = new ArrayDeque<>();

  private int above;
  private @Nullable Instant scaledOutAt;
  private @Nullable Instant scaledInAt;

  /**
   * Takes in a minute.
   *
   * @param consumed units in it
   * @param provisioned units a second
   * @return the units that it should have from now on; nothing if those that it has
   */
  OptionalLong minute(
      double consumed,
      long provisioned,
      ScalableTarget target,
      ScalingPolicy.Tracking tracking,
      Instant now) {
    if (consumed <= 0) {
      above = 0;
      return OptionalLong.empty();
    }
    double rate = consumed / SECONDS;
    if (rate * PERCENT > tracking.target() * provisioned) {
      below.clear();
      above++;
      long wanted = target.bounded(needed(rate, tracking));
      boolean due =
          above >= MINUTES_TO_SCALE_OUT
              && wanted > provisioned
              && isOver(scaledOutAt, tracking.scaleOutPause(), now)
              && !target.suspension().scaleOut();
      return due ? OptionalLong.of(wanted) : OptionalLong.empty();
    }
    above = 0;
    below.addLast(rate);
    if (below.size() > MINUTES_TO_SCALE_IN) {
      below.removeFirst();
    }
    long wanted =
        target.bounded(
            needed(below.stream().mapToDouble(Double::doubleValue).max().orElse(rate), tracking));
    boolean due =
        below.size() == MINUTES_TO_SCALE_IN
            && wanted < provisioned
            && tracking.scalesIn()
            && isOver(scaledInAt, tracking.scaleInPause(), now)
            && !target.suspension().scaleIn();
    return due ? OptionalLong.of(wanted) : OptionalLong.empty();
  }

  private static long needed(double rate, ScalingPolicy.Tracking tracking) {
    return (long) Math.ceil(rate * PERCENT / tracking.target());
  }

  private static boolean isOver(@Nullable Instant since, Duration pause, Instant now) {
    return since == null || !now.isBefore(since.plus(pause));
  }

  /** Begins anew after a change of the capacity. */
  void scaled(boolean out, Instant now) {
    if (out) {
      scaledOutAt = now;
    } else {
      scaledInAt = now;
    }
    below.clear();
  }
}
