package dev.assay.engine.replication;

import dev.assay.engine.lever.Lever;
import java.util.List;

/** The explicit list of what breaks regions, and the ways between them, on purpose. */
public final class RegionLevers {
  private RegionLevers() {}

  public static List<Lever> all(Links links) {
    return List.of(
        new RegionOutage(links),
        new RegionPartition(links),
        new ReplicationLag(links),
        new ReplicationPause(links),
        new MrscConflict(links));
  }
}
