package dev.assay.cli.process;

import java.lang.management.ManagementFactory;
import java.util.Optional;

/** How busy this machine is with whatever runs on it: the likeliest reason why all is slow. */
public final class MachineLoad {
  private MachineLoad() {}

  /** The load average of the last minute, and how much of it there should be at most. */
  public static Optional<String> words() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    int processors = Runtime.getRuntime().availableProcessors();
    return load < 0
        ? Optional.empty()
        : Optional.of(
            "the load of this machine is %.1f on %d processors%s"
                .formatted(
                    load,
                    processors,
                    load > 2 * processors ? ": it is overloaded, try again when it is not" : ""));
  }
}
