package dev.assay.engine.lever.clock;

import dev.assay.engine.lever.Arguments;
import dev.assay.engine.lever.Lever;
import dev.assay.engine.lever.LeverException;
import dev.assay.engine.time.EngineTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Moves the whole engine's time on. What becomes due on the way is done at once; the time that was
 * passed over cannot be healed.
 */
public final class AdvanceTime implements Lever {
  private static final Duration LONGEST = Duration.ofDays(3650);

  private final EngineTime time;
  private final Runnable becomeDue;
  private String lastId = "";

  /**
   * @param becomeDue does what may have become due
   */
  public AdvanceTime(EngineTime time, Runnable becomeDue) {
    this.time = time;
    this.becomeDue = becomeDue;
  }

  @Override
  public String name() {
    return "advance-time";
  }

  @Override
  public String help() {
    return "Moves the whole engine's time on: 'by' seconds or a length such as P35D (up to ten"
        + " years), or 'to' a moment such as 2026-10-01T12:00:00Z, which does nothing if it has"
        + " passed; with an 'id', the same call again does nothing. Time never goes back.";
  }

  @Override
  public Map<String, Object> state() {
    return Map.of("advanced_seconds", time.advanced().toSeconds(), "now", time.now().toString());
  }

  @Override
  public void pull(Map<String, Object> given) {
    Arguments arguments = Arguments.of(name(), given, "by", "to", "id");
    if (arguments.has("by") == arguments.has("to")) {
      throw new LeverException("the lever advance-time needs either 'by' or 'to'");
    }
    Duration by =
        arguments.has("by") ? arguments.duration("by", LONGEST) : until(arguments.moment("to"));
    String id = arguments.optionalText("id").orElse("");
    if (id.isEmpty() || !id.equals(lastId)) {
      time.advance(by);
      becomeDue.run();
      lastId = id;
    }
  }

  private Duration until(Instant moment) {
    Duration by = Duration.between(time.now(), moment);
    if (by.compareTo(LONGEST) > 0) {
      throw new LeverException(
          "the argument 'to' of advance-time must be within ten years of the true time, which is "
              + time.now());
    }
    return by.isNegative() ? Duration.ZERO : by;
  }

  @Override
  public void heal() {
    // Time cannot go back: what has expired, been trimmed or been deleted is gone.
  }
}
