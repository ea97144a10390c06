package dev.assay.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.fault.Throttling.Refusal;
import dev.assay.fault.mutant.Mutant;
import java.util.Arrays;
import java.util.List;

/** The {@code fault} object of a rule: the one list of the kinds that rules may name. */
final class FaultJson {
  private static final List<String> KINDS =
      List.of(AddedLatency.KIND, Throttling.KIND, Mutation.KIND);
  private static final List<String> REFUSALS =
      Arrays.stream(Refusal.values()).map(Refusal::errorCode).toList();

  private FaultJson() {}

  static Fault read(JsonFields root) {
    if (!root.has("fault")) {
      throw new RuleFormatException("fault", "must be a JSON object, was missing");
    }
    JsonFields fields = root.object("fault");
    return switch (fields.word("kind", KINDS)) {
      case AddedLatency.KIND -> latency(fields);
      case Throttling.KIND -> throttling(fields);
      case Mutation.KIND -> mutation(fields);
      default -> throw new AssertionError("every kind in the list has its case");
    };
  }

  private static AddedLatency latency(JsonFields fields) {
    fields.onlyKnown("kind", "latency_ms");
    return new AddedLatency(fields.requiredWhole("latency_ms", 0, AddedLatency.MAX_LATENCY_MS));
  }

  private static Throttling throttling(JsonFields fields) {
    fields.onlyKnown("kind", "error");
    if (!fields.has("error")) {
      return new Throttling(Refusal.PROVISIONED_THROUGHPUT_EXCEEDED);
    }
    String error = fields.word("error", REFUSALS);
    for (Refusal refusal : Refusal.values()) {
      if (refusal.errorCode().equals(error)) {
        return new Throttling(refusal);
      }
    }
    throw new AssertionError("the words are the refusals' own");
  }

  private static Mutation mutation(JsonFields fields) {
    fields.onlyKnown("kind", "mutant");
    return new Mutation(Mutant.named(fields.word("mutant", Mutant.labels())).orElseThrow());
  }

  static void write(Fault fault, ObjectNode into) {
    into.put("kind", fault.kind());
    switch (fault) {
      case AddedLatency latency -> into.put("latency_ms", latency.latencyMs());
      case Throttling throttling -> into.put("error", throttling.refusal().errorCode());
      case Mutation mutation -> into.put("mutant", mutation.mutant().label());
    }
  }
}
