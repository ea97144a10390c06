package dev.assay.engine.table;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The global table that a table is a replica of. Each replica has its own copy, and all say the
 * same but for {@code sourcedAt}.
 *
 * @param consistency of reads in one region after writes in another
 * @param createdAt when the global table came to be
 * @param replicas of all its regions, this table's own among them
 * @param witnesses regions that hold its writes and serve no requests
 * @param sourcedAt when this table was last copied to a new replica; null if never
 */
public record Membership(
    Version version,
    Consistency consistency,
    Instant createdAt,
    List<ReplicaSettings> replicas,
    List<String> witnesses,
    @Nullable Instant sourcedAt) {

  /** The versions of global tables, as the API calls them. */
  public enum Version {
    /** Made of existing tables, by CreateGlobalTable. */
    LEGACY("2017.11.29"),
    /** Made of one table, by UpdateTable. */
    CURRENT("2019.11.21");

    private final String label;

    Version(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** What a strongly consistent read sees of other regions' writes. */
  public enum Consistency {
    /** What has arrived. */
    EVENTUAL,
    /** All that was acknowledged. */
    STRONG
  }

  public Membership {
    replicas = List.copyOf(replicas);
    witnesses = List.copyOf(witnesses);
  }

  public boolean isStrong() {
    return consistency == Consistency.STRONG;
  }

  public boolean isLegacy() {
    return version == Version.LEGACY;
  }

  public Optional<ReplicaSettings> in(String region) {
    return replicas.stream().filter(replica -> replica.region().equals(region)).findFirst();
  }

  /** The regions of its replicas, in the order in which they came. */
  public List<String> regions() {
    return replicas.stream().map(ReplicaSettings::region).toList();
  }

  public Membership withReplicas(List<ReplicaSettings> newReplicas) {
    return new Membership(version, consistency, createdAt, newReplicas, witnesses, sourcedAt);
  }

  public Membership sourcedAt(@Nullable Instant newSourcedAt) {
    return new Membership(version, consistency, createdAt, replicas, witnesses, newSourcedAt);
  }
}
