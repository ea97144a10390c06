package dev.assay.engine.lever.background;

import dev.assay.engine.lever.Arguments;
import dev.assay.engine.lever.Lever;
import java.util.Map;
import java.util.function.IntSupplier;

/** Deletes what has expired, now. */
public final class SweepTtl implements Lever {
  private final IntSupplier sweep;
  private long deleted;

  /**
   * @param sweep goes through every table and says how many items it deleted
   */
  public SweepTtl(IntSupplier sweep) {
    this.sweep = sweep;
  }

  @Override
  public String name() {
    return "sweep-ttl";
  }

  @Override
  public String help() {
    return "Deletes every item whose time to live has run out, in all regions, at once; takes no"
        + " argument.";
  }

  @Override
  public Map<String, Object> state() {
    return Map.of("deleted", deleted);
  }

  @Override
  public void pull(Map<String, Object> given) {
    Arguments unused = Arguments.of(name(), given);
    deleted += sweep.getAsInt();
  }

  @Override
  public void heal() {
    // What has expired stays deleted.
  }
}
