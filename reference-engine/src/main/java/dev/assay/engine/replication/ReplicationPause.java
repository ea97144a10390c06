package dev.assay.engine.replication;

import dev.assay.engine.lever.Lever;
import java.util.Map;

/**
 * Stops replication between regions, as the Fault Injection Service's action
 * aws:dynamodb:global-table-pause-replication does: writes are kept, and follow when it is over.
 */
record ReplicationPause(Links links) implements Lever {
  @Override
  public String name() {
    return "replication-pause";
  }

  @Override
  public String help() {
    return "Pauses replication from one region to another; what is written meanwhile follows"
        + " later: from, to (a region or * for every one), state (paused or running; default"
        + " paused).";
  }

  @Override
  public Map<String, Object> state() {
    return Map.of("paused", Directions.shown(links.paused()));
  }

  @Override
  public void pull(Map<String, Object> arguments) {
    Arguments given = Arguments.of(arguments, "from", "to", "state");
    links.setPaused(given.direction(), given.isBroken("paused", "running"));
  }

  @Override
  public void heal() {
    links.healPaused();
  }
}
