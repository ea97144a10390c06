package dev.assay.engine.replication;

import dev.assay.engine.lever.Lever;
import java.util.Map;

/** Cuts the way between two regions, while clients reach both. */
record RegionPartition(Links links) implements Lever {
  @Override
  public String name() {
    return "region-partition";
  }

  @Override
  public String help() {
    return "Cuts the way from one region to another: from, to (a region or * for every one), both"
        + " (true cuts the way back too; default true), state (cut or open; default cut).";
  }

  @Override
  public Map<String, Object> state() {
    return Map.of("cut", Directions.shown(links.cut()));
  }

  @Override
  public void pull(Map<String, Object> arguments) {
    Arguments given = Arguments.of(arguments, "from", "to", "both", "state");
    Direction direction = given.direction();
    boolean cut = given.isBroken("cut", "open");
    boolean both = given.flag("both", true);
    links.setCut(direction, cut);
    if (both) {
      links.setCut(new Direction(direction.to(), direction.from()), cut);
    }
  }

  @Override
  public void heal() {
    links.healCut();
  }
}
