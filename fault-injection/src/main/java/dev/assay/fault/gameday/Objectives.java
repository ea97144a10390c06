package dev.assay.fault.gameday;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What must be kept to for the game day to be a success; those that are not given are reported
 * without being judged.
 *
 * @param rtoSeconds longest time from the first error to a steady state again, in seconds
 * @param rpoWrites most writes that may be lost of those that were acknowledged or that somebody
 *     had read
 * @param stalenessMs oldest state that a read may show, in milliseconds
 * @param errorShare most operations that may fail from the fault until all was healed and steady
 *     again, of all: 0 to 1
 */
public record Objectives(
    OptionalDouble rtoSeconds,
    OptionalLong rpoWrites,
    OptionalLong stalenessMs,
    OptionalDouble errorShare) {

  public boolean isEmpty() {
    return rtoSeconds.isEmpty()
        && rpoWrites.isEmpty()
        && stalenessMs.isEmpty()
        && errorShare.isEmpty();
  }
}
