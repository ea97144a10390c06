package dev.assay.features.workload;

import java.util.List;

/** A kind of load. It keeps nothing; each run gets {@link Traffic} of its own. */
public interface Workload {
  /** What the user types. */
  String name();

  /** In one sentence. */
  String about();

  /** What can be chosen, with defaults and bounds. */
  List<Parameter> parameters();

  /**
   * The names of the checkers that judge its histories.
   *
   * @param regions how many regions its clients write in: across regions only the last writer wins,
   *     and nothing is linearizable or serializable
   */
  List<String> checkers(int regions);

  /** Whether it cannot do without transactions, which some tables do not take. */
  default boolean transactional() {
    return false;
  }

  /** What one run does. */
  Traffic traffic(Chosen chosen);
}
