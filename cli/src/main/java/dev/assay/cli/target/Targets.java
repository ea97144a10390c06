package dev.assay.cli.target;

import dev.assay.cli.problem.Refusal;
import dev.assay.cli.problem.Suggestion;
import java.util.List;

/** The known targets. A new one is a file of its own and a line here. */
public final class Targets {
  private static final List<Target> ALL = List.of(new DynamoDbLocal(), new Dynalite());

  private Targets() {}

  /** All of them, in the order in which they are shown. */
  public static List<Target> all() {
    return ALL;
  }

  /**
   * The target of that name.
   *
   * @throws Refusal when there is none
   */
  public static Target named(String name) {
    return ALL.stream()
        .filter(target -> target.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                Refusal.usage(
                    "there is no target '"
                        + name
                        + "'"
                        + Suggestion.forUnknown(name, ALL.stream().map(Target::name).toList())));
  }
}
