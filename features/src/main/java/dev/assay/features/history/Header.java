package dev.assay.features.history;

import java.util.List;
import java.util.SequencedMap;

/**
 * What made a history.
 *
 * @param workload by name
 * @param endpoints the names that operations carry in {@link Op#at()}
 * @param parameters of the workload
 */
public record Header(
    String workload, long seed, List<String> endpoints, SequencedMap<String, Long> parameters) {

  /** A parameter's value. */
  public long parameter(String name, long otherwise) {
    return parameters.getOrDefault(name, otherwise);
  }
}
