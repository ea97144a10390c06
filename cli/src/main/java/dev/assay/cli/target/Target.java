package dev.assay.cli.target;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A third-party store that {@code assay certify --target NAME} fetches, starts, certifies and
 * stops.
 */
public interface Target {

  /** What the user types. */
  String name();

  /** What the reports call it. */
  String title();

  /** The one version that is fetched, so that a standing means the same thing everywhere. */
  String version();

  /** What it takes beyond Assay itself, in a few words. */
  String needs();

  /**
   * What is missing on this machine to fetch or run it, as a whole sentence; empty when nothing is.
   */
  Optional<String> missing(Workshop workshop);

  /**
   * Fetches it.
   *
   * @param home an empty folder that only this version of this target uses
   * @throws dev.assay.cli.problem.Refusal saying what went wrong in the fetching tool's own words
   */
  void fetch(Path home, Workshop workshop);

  /** The command that serves it on a port of the loopback address, in memory, until it is ended. */
  List<String> command(Path home, int port, Workshop workshop);

  /**
   * How many scenarios may run against it at once. 1 for a store that one request can bring down or
   * disturb: otherwise that request's victims would be counted against it too.
   */
  int parallelScenarios();
}
