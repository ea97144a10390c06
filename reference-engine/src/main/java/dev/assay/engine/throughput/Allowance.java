package dev.assay.engine.throughput;

import dev.assay.engine.table.SecondaryIndex;
import dev.assay.engine.table.TableSettings;
import org.jspecify.annotations.Nullable;

/**
 * What a table or an index may use in one direction, in units a second.
 *
 * @param provisioned whether it is paid for in advance
 * @param units provisioned units; on demand the ceiling, or -1 if there is none
 * @param warmUnits what it serves at once on demand, whatever its previous peak
 */
record Allowance(boolean provisioned, double units, double warmUnits) {
  private static final double NO_CEILING = -1;

  static Allowance of(TableSettings settings, @Nullable SecondaryIndex index, Direction direction) {
    var throughput = index == null ? settings.throughput() : index.throughput();
    var onDemand = index == null ? settings.onDemand() : index.onDemand();
    var warm = index == null ? settings.warm() : index.warm();
    return switch (direction) {
      case READ ->
          settings.isProvisioned()
              ? new Allowance(true, throughput.readUnits(), 0)
              : onDemand(onDemand.maxReadUnits(), warm.readUnits());
      case WRITE ->
          settings.isProvisioned()
              ? new Allowance(true, throughput.writeUnits(), 0)
              : onDemand(onDemand.maxWriteUnits(), warm.writeUnits());
    };
  }

  private static Allowance onDemand(@Nullable Long ceiling, long warmUnits) {
    return new Allowance(false, ceiling == null ? NO_CEILING : ceiling, warmUnits);
  }

  /** Why use beyond it is refused. */
  Limit limit() {
    if (provisioned) {
      return Limit.PROVISIONED;
    }
    return units >= 0 ? Limit.MAX_ON_DEMAND : Limit.KEY_RANGE;
  }
}
