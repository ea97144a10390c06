package dev.assay.fault.gameday;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An objective, and the checker without which nobody can measure it. */
public enum Objective {
  RTO("rto_s", Optional.empty()),
  RPO("rpo_writes", Optional.of("lost-writes")),
  STALENESS("staleness_ms", Optional.of("staleness")),
  ERROR_SHARE("error_share", Optional.empty());

  private final String field;
  private final Optional<String> checker;

  Objective(String field, Optional<String> checker) {
    this.field = field;
    this.checker = checker;
  }

  /** As a file spells it. */
  public String field() {
    return field;
  }

  /** The checker that measures it; empty if the load itself does. */
  public Optional<String> checker() {
    return checker;
  }

  /** Those that a game day sets. */
  public static List<Objective> of(GameDay day) {
    Objectives set = day.objectives();
    return Arrays.stream(values())
        .filter(
            objective ->
                switch (objective) {
                  case RTO -> set.rtoSeconds().isPresent();
                  case RPO -> set.rpoWrites().isPresent();
                  case STALENESS -> set.stalenessMs().isPresent();
                  case ERROR_SHARE -> set.errorShare().isPresent();
                })
        .toList();
  }
}
