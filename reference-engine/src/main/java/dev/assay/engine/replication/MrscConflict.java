package dev.assay.engine.replication;

import dev.assay.engine.lever.Lever;
import java.util.Map;
import java.util.TreeMap;

/** Has writes to strongly consistent global tables collide with another region's. */
record MrscConflict(Links links) implements Lever {
  private static final int MOST_WRITES = 1_000_000;

  @Override
  public String name() {
    return "mrsc-conflict";
  }

  @Override
  public String help() {
    return "Has the next writes of a region to strongly consistent global tables fail with"
        + " ReplicatedWriteConflictException: region, table (default * for every one), writes (0"
        + " to "
        + MOST_WRITES
        + ").";
  }

  @Override
  public Map<String, Object> state() {
    Map<String, Object> writes = new TreeMap<>();
    links
        .conflicts()
        .forEach((conflict, left) -> writes.put(conflict.region() + "/" + conflict.table(), left));
    return Map.of("writes", writes);
  }

  @Override
  public void pull(Map<String, Object> arguments) {
    Arguments given = Arguments.of(arguments, "region", "table", "writes");
    links.setConflicts(
        new Links.Conflict(given.region("region"), given.text("table", Direction.EVERY)),
        (int) given.number("writes", 0, MOST_WRITES));
  }

  @Override
  public void heal() {
    links.healConflicts();
  }
}
