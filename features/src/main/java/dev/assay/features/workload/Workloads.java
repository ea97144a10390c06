package dev.assay.features.workload;

import java.util.List;
import java.util.Optional;

/** All workloads. */
public final class Workloads {
  private static final List<Workload> ALL =
      List.of(
          new Register(),
          new ListAppend(),
          new Bank(),
          new Counter(),
          new UniqueInsert(),
          new StreamQueue());

  private Workloads() {}

  public static List<Workload> all() {
    return ALL;
  }

  /** The workload of that name. */
  public static Optional<Workload> named(String name) {
    return ALL.stream().filter(workload -> workload.name().equals(name)).findFirst();
  }
}
