package dev.assay.engine;

import dev.assay.engine.lever.Lever;
import dev.assay.engine.lever.background.Crash;
import dev.assay.engine.lever.background.SweepTtl;
import dev.assay.engine.lever.background.TrimStream;
import dev.assay.engine.lever.clock.AdvanceTime;
import dev.assay.engine.lever.clock.ClockSkew;
import dev.assay.engine.lever.clock.ClockStep;
import dev.assay.engine.lever.zone.AzOutage;
import dev.assay.engine.lever.zone.HoldCommit;
import dev.assay.engine.lever.zone.Release;
import dev.assay.engine.lever.zone.ReplicaLag;
import dev.assay.engine.lever.zone.ReplicationLever;
import dev.assay.engine.lever.zone.SplitPartition;
import dev.assay.engine.time.EngineTime;
import dev.assay.engine.zone.ZoneControls;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The explicit list of all levers, in the order in which they are shown; they are healed in the
 * opposite one. Adding one means adding a line here.
 */
final class Levers {
  private Levers() {}

  static List<Lever> all(EngineSettings settings, Regions regions) {
    EngineTime time = regions.time();
    String region = settings.defaultRegion();
    Function<String, ZoneControls> zones = name -> regions.zones(name).controls();
    List<Lever> own =
        List.of(
            new ClockSkew(time, region),
            new ClockStep(time, region),
            new AdvanceTime(time, regions::becomeDue),
            new ReplicationLever(regions::replication, regions::replicate, settings.replication()),
            new ReplicaLag(zones, region),
            new AzOutage(zones, region),
            new HoldCommit(zones, regions::of, region),
            new Release(zones, region),
            new SplitPartition(zones, regions::of, region),
            new TrimStream(regions::of, region),
            new SweepTtl(regions::sweep),
            new Crash(settings.halt()));
    return Stream.concat(own.stream(), regions.levers().stream()).toList();
  }
}
