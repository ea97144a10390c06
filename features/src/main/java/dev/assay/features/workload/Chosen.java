package dev.assay.features.workload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A workload's parameters as one run has them.
 *
 * @param inUse the name of the table that it works on at the moment
 */
public record Chosen(TableInUse inUse, SequencedMap<String, Long> values) {
  /** The name of the table that it works on at the moment. */
  public String table() {
    return inUse.name();
  }

  /**
   * Defaults where nothing was chosen.
   *
   * @throws IllegalArgumentException in one sentence, for a parameter that does not exist or is out
   *     of its bounds
   */
  static Chosen of(String table, List<Parameter> parameters, Map<String, Long> chosen) {
    List<String> names = parameters.stream().map(Parameter::name).toList();
    for (String name : chosen.keySet()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "there is no parameter '" + name + "'; known are: " + String.join(", ", names));
      }
    }
    SequencedMap<String, Long> values = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      long value = chosen.getOrDefault(parameter.name(), parameter.otherwise());
      if (value < parameter.least() || value > parameter.most()) {
        throw new IllegalArgumentException(
            "%s must be %d to %d, was %d"
                .formatted(parameter.name(), parameter.least(), parameter.most(), value));
      }
      values.put(parameter.name(), value);
    }
    return new Chosen(new TableInUse(table), values);
  }

  int number(String name) {
    return Math.toIntExact(values.getOrDefault(name, 0L));
  }

  /** Whether a draw of 0 to 99 falls into a share. */
  boolean share(String name, int draw) {
    return draw < number(name);
  }
}
