package dev.assay.fault.gameday;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The load of a game day.
 *
 * @param name of a workload
 * @param clients how many at once, 1 to {@value #MAX_CLIENTS}
 * @param rate operations a second that all of them begin together
 * @param parameters of the workload, by name, as text
 */
public record WorkloadSpec(String name, int clients, double rate, Map<String, String> parameters) {
  public static final int MAX_CLIENTS = 512;
  public static final double MAX_RATE = 100_000;

  /** Copies the parameters. */
  public WorkloadSpec {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }
}
