package dev.assay.engine.scaling.tracking;

import dev.assay.engine.api.Region;
import dev.assay.engine.control.CapacityUpdate;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.scaling.ScalableTarget;
import dev.assay.engine.scaling.ScalingActivity;
import dev.assay.engine.scaling.Subject;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.table.TableStatus;
import dev.assay.engine.table.Throughput;
import java.util.Optional;
import java.util.OptionalLong;

/** Changes one capacity as UpdateTable would, and notes what came of it. */
public final class Adjustment {
  private final Region region;
  private final Subject subject;

  public Adjustment(Region region, Subject subject) {
    this.region = region;
    this.subject = subject;
  }

  private Optional<Throughput> throughput() {
    region.settle();
    Optional<TableDefinition> table =
        region
            .catalog()
            .find(subject.table())
            .map(found -> found.definition())
            .filter(found -> found.settings().isProvisioned())
            .filter(found -> found.status() == TableStatus.ACTIVE);
    String index = subject.index();
    return index == null
        ? table.map(found -> found.settings().throughput())
        : table
            .flatMap(found -> found.index(index))
            .filter(found -> found.isGlobal() && found.status() == TableStatus.ACTIVE)
            .map(found -> found.throughput());
  }

  /** The units that it has; nothing while it cannot be changed. */
  public OptionalLong provisioned() {
    return throughput()
        .map(units -> OptionalLong.of(subject.writes() ? units.writeUnits() : units.readUnits()))
        .orElse(OptionalLong.empty());
  }

  /** Brings it within the bounds of a target, if it is not and can be changed. */
  public void keepWithin(ScalableTarget target) {
    OptionalLong units = provisioned();
    if (units.isPresent() && target.bounded(units.getAsLong()) != units.getAsLong()) {
      boolean low = units.getAsLong() < target.min();
      boolean unused =
          set(
              target.bounded(units.getAsLong()),
              low
                  ? "minimum capacity was set to " + target.min()
                  : "maximum capacity was set to " + target.max());
    }
  }

  /** Sets it, and says whether that was done. */
  boolean set(long units, String cause) {
    Optional<Throughput> current = throughput();
    if (current.isEmpty()) {
      return false;
    }
    long reads = subject.writes() ? current.get().readUnits() : units;
    long writes = subject.writes() ? units : current.get().writeUnits();
    try {
      CapacityUpdate.set(region, subject.table(), subject.index(), reads, writes);
    } catch (ServiceException refused) {
      note(units, cause, false, String.valueOf(refused.getMessage()));
      return false;
    }
    note(units, cause, true, "");
    return true;
  }

  private void note(long units, String cause, boolean successful, String why) {
    region
        .scaling()
        .note(
            new ScalingActivity(
                region.uuids().get(),
                subject,
                units,
                cause,
                region.clock().instant(),
                successful,
                why));
  }
}
