package dev.assay.engine.replication;

import java.util.Collection;
import java.util.List;

/** How levers show ways between regions. */
final class Directions {
  private Directions() {}

  /** Each as {@code eu-west-1->us-east-1}, sorted. */
  static List<String> shown(Collection<Direction> directions) {
    return directions.stream().map(Directions::shown).sorted().toList();
  }

  static String shown(Direction direction) {
    return direction.from() + "->" + direction.to();
  }
}
