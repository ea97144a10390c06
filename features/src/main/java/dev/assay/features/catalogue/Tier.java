package dev.assay.features.catalogue;

/** How far into the API a scenario reaches. */
public enum Tier {
  /** What every application uses: items, queries, scans, batches, tables. */
  CORE,
  /** The rest of the API: transactions, PartiQL, indexes, streams, TTL, tags. */
  COMPLETE,
  /** The service's exact words, orders and limits. */
  STRICT,
  /** Behaviour under faults. */
  RESILIENT;

  /** As it is written in a tag and on the command line. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  static java.util.Optional<Tier> of(String label) {
    return java.util.Arrays.stream(values()).filter(t -> t.label().equals(label)).findFirst();
  }
}
