package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.fault.mutant.Mutant;

/**
 * The store is wrong in one way: requests, answers or both are changed so that only their meaning
 * differs. Meant for testing tests, which should notice.
 */
public record Mutation(Mutant mutant) implements Fault {
  static final String KIND = "mutant";

  static Mutation read(JsonFields fields) {
    fields.onlyKnown("kind", "mutant");
    return new Mutation(Mutant.named(fields.word("mutant", Mutant.labels())).orElseThrow());
  }

  @Override
  public void write(ObjectNode into) {
    into.put("mutant", mutant.label());
  }

  @Override
  public boolean appliesTo(String operation) {
    return mutant.operations().contains(operation);
  }

  @Override
  public String kind() {
    return KIND;
  }
}
