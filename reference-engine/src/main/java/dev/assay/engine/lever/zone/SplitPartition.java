package dev.assay.engine.lever.zone;

import dev.assay.engine.api.Region;
import dev.assay.engine.lever.Arguments;
import dev.assay.engine.lever.LeverException;
import dev.assay.engine.lever.Subjects;
import dev.assay.engine.store.Table;
import dev.assay.engine.zone.PartitionState;
import dev.assay.engine.zone.ZoneControls;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Splits a partition, as size and load do. */
public final class SplitPartition extends ZoneLever {
  private final Function<String, Region> regions;
  private final Map<String, List<Map<String, Object>>> shown = new LinkedHashMap<>();

  public SplitPartition(
      Function<String, ZoneControls> zones,
      Function<String, Region> regions,
      String defaultRegion) {
    super(zones, defaultRegion);
    this.regions = regions;
  }

  @Override
  public String name() {
    return "split-partition";
  }

  @Override
  public String help() {
    return "Splits the partition with the number 'partition' of the table 'table' in 'region' (the"
        + " default one if left out) into halves with new numbers; without 'partition' it only"
        + " shows the table's partitions and who leads them. A partition that has been split stays"
        + " so.";
  }

  @Override
  Object state(ZoneControls region) {
    return shown;
  }

  @Override
  public void pull(Map<String, Object> given) {
    Arguments arguments = Arguments.of(name(), given, "table", "region", "partition");
    Region region = regions.apply(region(arguments));
    Table table = Subjects.table(region.catalog(), arguments.text("table"));
    ZoneControls zones = zones(arguments);
    if (arguments.has("partition")) {
      long partition = arguments.whole("partition", 0, Integer.MAX_VALUE);
      List<Integer> ids = zones.partitions(table).stream().map(PartitionState::id).toList();
      if (ids.contains((int) partition)) {
        List<Integer> unused = zones.split(table, (int) partition);
      } else if (ids.stream().noneMatch(id -> id > partition)) {
        // A higher number means that this one has been split before: twice is as once.
        throw new LeverException(
            "the argument 'partition' of split-partition must be one of " + ids);
      }
    }
    shown.clear();
    shown.put(
        table.definition().name(),
        zones.partitions(table).stream().map(SplitPartition::describe).toList());
  }

  private static Map<String, Object> describe(PartitionState partition) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("partition", partition.id());
    members.put("first_hash", "%016x".formatted(partition.low()));
    members.put("last_hash", "%016x".formatted(partition.high()));
    members.put("leader", partition.leader().label());
    members.put("term", partition.term());
    members.put("bytes", partition.bytes());
    members.put("holds_back", partition.holdsBack());
    return members;
  }

  @Override
  void heal(ZoneControls region) {
    shown.clear();
  }
}
