package dev.assay.engine.lever.background;

import dev.assay.engine.lever.Arguments;
import dev.assay.engine.lever.Lever;
import dev.assay.engine.lever.LeverException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends the engine's process as a power failure would: nothing is flushed, nobody is told. */
public final class Crash implements Lever {
  private final @Nullable Runnable halt;

  /**
   * @param halt ends the process at once; null where the process is not the engine's own
   */
  public Crash(@Nullable Runnable halt) {
    this.halt = halt;
  }

  @Override
  public String name() {
    return "crash";
  }

  @Override
  public String help() {
    return "Ends the process at once, as kill -9 does; takes no argument and gives no answer. Only"
        + " where the process is the engine's own.";
  }

  @Override
  public Map<String, Object> state() {
    return Map.of("possible", halt != null);
  }

  @Override
  public void pull(Map<String, Object> given) {
    Arguments unused = Arguments.of(name(), given);
    if (halt == null) {
      throw new LeverException("this engine cannot crash: its process is not its own");
    }
    halt.run();
  }

  @Override
  public void heal() {
    // Whoever could ask for it is there.
  }
}
