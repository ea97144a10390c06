package dev.assay.engine.lever;

import java.util.Map;

/**
 * One way to break the engine on purpose. Pulling it twice with the same arguments does what
 * pulling it once does.
 *
 * <p>States and arguments are plain JSON values: strings, numbers, booleans, lists and maps of
 * these.
 */
public interface Lever {
  /** The word for it in a URL and on the command line, such as {@code az-outage}. */
  String name();

  /** One sentence for people: what it does, and its arguments with their units and bounds. */
  String help();

  /** How it stands now. */
  Map<String, Object> state();

  /**
   * Pulls it.
   *
   * @throws LeverException if an argument is missing, unknown or out of bounds
   */
  void pull(Map<String, Object> arguments);

  /** Undoes all that it did, as far as it can be undone; nothing if it was not pulled. */
  void heal();
}
