package dev.assay.engine.lever.capacity;

import dev.assay.engine.lever.Lever;
import dev.assay.engine.lever.LeverException;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Has what goes beyond the capacity of tables throttled, or everything admitted. */
public final class Throttle implements Lever {
  private static final String ON = "on";

  private final BooleanSupplier current;
  private final Consumer<Boolean> change;
  private final boolean normal;

  /**
   * @param current whether it is throttled now
   * @param change has it throttled in every region, or not
   * @param normal how it is unless somebody pulls
   */
  public Throttle(BooleanSupplier current, Consumer<Boolean> change, boolean normal) {
    this.current = current;
    this.change = change;
    this.normal = normal;
  }

  @Override
  public String name() {
    return "throttle";
  }

  @Override
  public String help() {
    return "Throttles what goes beyond the capacity of tables, indexes and partitions in every"
        + " region with 'on' true, as the service does, from full buckets; with 'on' false admits"
        + " everything.";
  }

  @Override
  public Map<String, Object> state() {
    return Map.of(ON, current.getAsBoolean());
  }

  @Override
  public void pull(Map<String, Object> arguments) {
    for (String given : arguments.keySet()) {
      if (!given.equals(ON)) {
        throw new LeverException("the lever throttle has no argument '" + given + "'");
      }
    }
    Object on = arguments.get(ON);
    if (on == null) {
      throw new LeverException("the lever throttle needs the argument 'on'");
    }
    if (!(on instanceof Boolean wanted)) {
      throw new LeverException(
          "the argument 'on' of throttle must be true or false, was '" + on + "'");
    }
    change.accept(wanted);
  }

  @Override
  public void heal() {
    change.accept(normal);
  }
}
