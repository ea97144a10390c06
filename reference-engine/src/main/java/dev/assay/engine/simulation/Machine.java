package dev.assay.engine.simulation;

import dev.assay.engine.EngineCore;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.disk.DataRefusedException;
import org.jspecify.annotations.Nullable;

/** What an engine runs on: it can be stopped, killed and lose its power, if it has a disk. */
final class Machine implements AutoCloseable {
  private final EngineSettings settings;
  private final @Nullable DiskFolder disk;
  private final Runnable whileDown;
  private EngineCore core;

  /**
   * @param whileDown what happens from the end of an engine to the start of the next
   */
  Machine(EngineSettings settings, boolean hasDisk, Runnable whileDown) {
    this.settings = settings;
    this.whileDown = whileDown;
    this.disk = hasDisk ? new DiskFolder() : null;
    this.core = new EngineCore(withDisk());
  }

  private EngineSettings withDisk() {
    return disk == null ? settings : settings.withData(disk.settings());
  }

  EngineCore core() {
    return core;
  }

  private DiskFolder disk() {
    if (disk == null) {
      throw new IllegalStateException("a machine without a disk");
    }
    return disk;
  }

  /** There is no room any more, or there is again. */
  void fillDisk(boolean full) {
    if (disk != null) {
      disk.full(full);
    }
  }

  boolean isDiskFull() {
    return disk != null && disk.isFull();
  }

  /**
   * Stops the engine as an operator does, and starts it again.
   *
   * @return how it started
   */
  String restart() {
    core.close();
    return start();
  }

  /**
   * Ends the engine within whatever it does, and starts it again from what is on the disk: all that
   * it has written.
   */
  String kill() {
    return losePower(() -> {}, 100);
  }

  /**
   * Has something done that is not synced, and then the power is lost.
   *
   * @param keptPercent how much of it is on the disk all the same
   */
  String losePower(Runnable unsynced, int keptPercent) {
    DiskFolder.End safe = disk().end();
    unsynced.run();
    disk().crash(safe, keptPercent);
    core.close();
    return start();
  }

  private String start() {
    whileDown.run();
    try {
      core = new EngineCore(withDisk());
      return "started";
    } catch (DataRefusedException refused) {
      if (!disk().isFull()) {
        throw new Violation("the engine does not start again: " + refused.getMessage());
      }
      disk().full(false);
      core = new EngineCore(withDisk());
      return "started when there was room again";
    }
  }

  @Override
  public void close() {
    if (disk != null) {
      disk.forgetSnapshots();
    }
    core.close();
    if (disk != null) {
      disk.close();
    }
  }
}
