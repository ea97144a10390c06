package dev.assay.engine.control;

import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.table.Throughput;
import org.jspecify.annotations.Nullable;

/** Provisioned capacity as a request gives it. */
public record ThroughputRequest(@Nullable Long readUnits, @Nullable Long writeUnits) {
  /** Past this the service finds a value out of bounds rather than too dear. */
  private static final long OUT_OF_BOUNDS = 1_000_000_000_000L;

  public static @Nullable ThroughputRequest read(JsonReader in) {
    Long[] units = new Long[2];
    boolean present =
        in.structure(
            "ProvisionedThroughput",
            name -> {
              switch (name) {
                case "ReadCapacityUnits" -> units[0] = in.longInteger();
                case "WriteCapacityUnits" -> units[1] = in.longInteger();
                default -> in.skip();
              }
            });
    return present ? new ThroughputRequest(units[0], units[1]) : null;
  }

  public static void check(
      Constraints constraints, String path, @Nullable ThroughputRequest throughput) {
    if (throughput != null) {
      constraints
          .required(path + ".writeCapacityUnits", throughput.writeUnits)
          .range(path + ".writeCapacityUnits", throughput.writeUnits, 1, Long.MAX_VALUE)
          .required(path + ".readCapacityUnits", throughput.readUnits)
          .range(path + ".readCapacityUnits", throughput.readUnits, 1, Long.MAX_VALUE);
    }
  }

  /**
   * Refuses capacity beyond all bounds.
   *
   * @param of nothing for a table, {@code " for index NAME"} for an index
   */
  public void checkBounds(String of) {
    checkBounds("ReadCapacityUnits", read(), of);
    checkBounds("WriteCapacityUnits", write(), of);
  }

  private static void checkBounds(String member, long units, String of) {
    if (units > OUT_OF_BOUNDS) {
      throw dev.assay.engine.error.ServiceException.validation(
          "Given value " + units + " for " + member + " is out of bounds" + of);
    }
  }

  /** Read units, once the constraints have been verified. */
  public long read() {
    return java.util.Objects.requireNonNull(readUnits);
  }

  /** Write units, once the constraints have been verified. */
  public long write() {
    return java.util.Objects.requireNonNull(writeUnits);
  }

  public Throughput throughput() {
    return Throughput.of(read(), write());
  }
}
