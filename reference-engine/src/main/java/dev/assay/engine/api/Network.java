package dev.assay.engine.api;

import java.util.List;
import java.util.function.Supplier;

/** The other regions of the account, as one of them sees them. */
public interface Network {
  /**
   * Brings in what other regions have sent and what is due; costs next to nothing when there is
   * nothing.
   */
  void receive();

  /** Whether the region is gone, for its clients and for the others. */
  boolean isDown();

  /** A region by its name, also one that nobody has used yet. */
  Region region(String name);

  /** All regions that have been used, in the order of their names. */
  List<Region> regions();

  /**
   * Makes a change of tables of several regions, one such at a time. Taken before any region's
   * {@link Region#transitions}: whoever is in it may change several regions.
   */
  <T> T exclusively(Supplier<T> change);
}
