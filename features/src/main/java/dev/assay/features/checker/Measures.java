package dev.assay.features.checker;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Collects what a checker measured. */
final class Measures {
  private final SequencedMap<String, Double> values = new LinkedHashMap<>();

  Measures with(String name, double value) {
    values.put(name, value);
    return this;
  }

  Verdict valid(String summary) {
    return new Verdict.Valid(summary, values);
  }

  Verdict invalid(String summary, Counterexample counterexample) {
    return new Verdict.Invalid(summary, counterexample, values);
  }

  Verdict unknown(String reason) {
    return new Verdict.Unknown(reason, values);
  }
}
