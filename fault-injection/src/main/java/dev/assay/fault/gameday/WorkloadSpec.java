package dev.assay.fault.gameday;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The load of a game day.
 *
 * @param name of a workload
 * @param clients how many at once, 1 to {@value #MAX_CLIENTS}
 * @param rate operations a second that all of them begin together
 * @param regions where the clients work and the table is made, of those of the topology; empty for
 *     all of them
 * @param strongRegions whether the table is strongly consistent across its regions (MRSC)
 * @param attempts how many requests the SDK may make of an operation; empty for its own default
 * @param attemptTimeoutMs how long one request may take
 * @param callTimeoutMs how long an operation may take with all its attempts
 * @param parameters of the workload, by name, as text
 */
public record WorkloadSpec(
    String name,
    int clients,
    double rate,
    List<String> regions,
    boolean strongRegions,
    OptionalInt attempts,
    long attemptTimeoutMs,
    long callTimeoutMs,
    Map<String, String> parameters) {
  public static final int MAX_CLIENTS = 512;
  public static final double MAX_RATE = 100_000;

  /** Copies what is in it. */
  public WorkloadSpec {
    regions = List.copyOf(regions);
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }
}
