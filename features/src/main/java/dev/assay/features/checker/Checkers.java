package dev.assay.features.checker;

import java.util.List;
import java.util.Optional;

/** All checkers. */
public final class Checkers {
  private static final List<Checker> ALL =
      List.of(
          new LinearizabilityChecker(),
          new SerializabilityChecker(),
          new LostWritesChecker(),
          new DuplicatesChecker(),
          new CounterChecker(),
          new SessionChecker(),
          new StalenessChecker(),
          new ConvergenceChecker(),
          new StreamChecker(),
          new RestoreChecker(),
          new ConservationChecker());

  private Checkers() {}

  public static List<Checker> all() {
    return ALL;
  }

  /** The checker of that name. */
  public static Optional<Checker> named(String name) {
    return ALL.stream().filter(checker -> checker.name().equals(name)).findFirst();
  }
}
