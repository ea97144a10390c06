package dev.assay.engine.lever.background;

import dev.assay.engine.api.Region;
import dev.assay.engine.lever.Arguments;
import dev.assay.engine.lever.Lever;
import dev.assay.engine.lever.LeverException;
import dev.assay.engine.lever.Subjects;
import dev.assay.engine.store.Table;
import dev.assay.engine.stream.Stream;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Takes the oldest records of a stream away, as if their day were over. */
public final class TrimStream implements Lever {
  private final Function<String, Region> regions;
  private final String defaultRegion;
  private final Map<String, Long> trimmed = new ConcurrentHashMap<>();

  /**
   * @param regions gives the region of a name
   */
  public TrimStream(Function<String, Region> regions, String defaultRegion) {
    this.regions = regions;
    this.defaultRegion = defaultRegion;
  }

  @Override
  public String name() {
    return "trim-stream";
  }

  @Override
  public String help() {
    return "Takes all records but the newest 'keep' (default 0) out of the stream of the table"
        + " 'table' in 'region' (the default one if left out); what is trimmed is gone.";
  }

  @Override
  public Map<String, Object> state() {
    return Map.of("trimmed_records", new TreeMap<>(trimmed));
  }

  @Override
  public void pull(Map<String, Object> given) {
    Arguments arguments = Arguments.of(name(), given, "table", "region", "keep");
    long keep = arguments.whole("keep", 0, Integer.MAX_VALUE, 0);
    Region region = regions.apply(arguments.region(defaultRegion));
    Table table = Subjects.table(region.catalog(), arguments.text("table"));
    Stream stream =
        region
            .streams()
            .enabledOn(table)
            .orElseThrow(
                () ->
                    new LeverException(
                        "the table '" + table.definition().name() + "' has no stream"));
    trimmed.merge(stream.name().arn(), stream.trimAllBut(keep), Long::sum);
  }

  @Override
  public void heal() {
    // What is trimmed is gone.
  }
}
