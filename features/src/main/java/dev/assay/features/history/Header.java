package dev.assay.features.history;

import java.util.List;
import java.util.SequencedMap;

/**
 * What made a history.
 *
 * @param workload by name
 * @param endpoints the names that operations carry in {@link Op#at()}
 * @param parameters of the workload
 * @param run what a proxy's journal calls its requests, {@code RUN/OP}; the empty string when that
 *     is not known
 * @param apart whether endpoints are regions that hear of each other's writes later, and the last
 *     writer wins between them: a strong read then shows what was written at its own endpoint
 */
public record Header(
    String workload,
    long seed,
    List<String> endpoints,
    SequencedMap<String, Long> parameters,
    String run,
    boolean apart) {

  /** Of a run whose requests no journal could name. */
  public Header(
      String workload, long seed, List<String> endpoints, SequencedMap<String, Long> parameters) {
    this(workload, seed, endpoints, parameters, "", false);
  }

  /** A parameter's value. */
  public long parameter(String name, long otherwise) {
    return parameters.getOrDefault(name, otherwise);
  }
}
