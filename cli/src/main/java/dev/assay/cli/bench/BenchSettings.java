package dev.assay.cli.bench;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What is to be measured, and for how long.
 *
 * @param parts what of
 * @param workloads in this order
 * @param duration of one measurement of load
 * @param warmup of each store before each workload; three times as long before the first
 * @param rounds how often the stores take turns with each workload; at least 1
 * @param connections at once, {@value #MAX_CONNECTIONS} at most
 * @param rate requests a second at which latencies are compared; empty for half of what the slower
 *     store can do
 * @param itemBytes size of an item as the service counts it
 * @param keys how many items are read and written under load; a multiple of 100
 * @param items how many items memory is measured with
 * @param starts how often each store is started, at least 1
 * @param throughProxy whether load goes through Assay's proxy, one for each store
 * @param budget after which no further measurement begins
 * @param seed of names and of the order of keys
 */
public record BenchSettings(
    Set<Part> parts,
    List<Workload> workloads,
    Duration duration,
    Duration warmup,
    int rounds,
    int connections,
    OptionalDouble rate,
    int itemBytes,
    int keys,
    long items,
    int starts,
    boolean throughProxy,
    Duration budget,
    long seed) {

  /** More would leave a connection fewer keys than one batch needs. */
  public static final int MAX_CONNECTIONS = 64;

  /** The parts of a bench. */
  public enum Part {
    /** From the start of the command to the first answer. */
    STARTUP,

    /** Throughput at saturation, and latency at equal load. */
    LOAD,

    /** Memory after the start and with many items. */
    MEMORY
  }
}
