package dev.assay.engine.control;

import dev.assay.engine.json.JsonReader;
import dev.assay.engine.table.OnDemandThroughput;
import org.jspecify.annotations.Nullable;

/** A pair of units as a request gives it: ceilings of on-demand use, or warm throughput. */
public record UnitsRequest(@Nullable Long read, @Nullable Long write) {

  public static @Nullable UnitsRequest readOnDemand(JsonReader in) {
    return read(in, "OnDemandThroughput", "MaxReadRequestUnits", "MaxWriteRequestUnits");
  }

  static @Nullable UnitsRequest readWarm(JsonReader in) {
    return read(in, "WarmThroughput", "ReadUnitsPerSecond", "WriteUnitsPerSecond");
  }

  private static @Nullable UnitsRequest read(
      JsonReader in, String shape, String readMember, String writeMember) {
    Long[] units = new Long[2];
    boolean present =
        in.structure(
            shape,
            name -> {
              if (name.equals(readMember)) {
                units[0] = in.longInteger();
              } else if (name.equals(writeMember)) {
                units[1] = in.longInteger();
              } else {
                in.skip();
              }
            });
    return present ? new UnitsRequest(units[0], units[1]) : null;
  }

  public boolean isEmpty() {
    return read == null && write == null;
  }

  public OnDemandThroughput onDemand() {
    return new OnDemandThroughput(read, write);
  }
}
