package dev.assay.fault;

import dev.assay.fault.mutant.Mutant;

/**
 * The store is wrong in one way: requests, answers or both are changed so that only their meaning
 * differs. Meant for testing tests, which should notice.
 */
public record Mutation(Mutant mutant) implements Fault {
  static final String KIND = "mutant";

  @Override
  public String kind() {
    return KIND;
  }
}
