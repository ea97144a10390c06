package dev.assay.features.evidence;

import dev.assay.features.history.Header;
import java.util.OptionalLong;

/**
 * One request of a run as a proxy's journal has it.
 *
 * @param exchange its number in the journal
 * @param operation the history's number of what it was for
 * @param byClient whether the client sent it; a rule may deliver a request late or once more
 * @param effect whether the store did what it asks
 * @param pending whether a rule may still deliver it later
 * @param answeredNanos since 1970, when the store had answered; 0 when it did not
 * @param words what became of it, for people
 */
public record Delivery(
    long exchange,
    long operation,
    boolean byClient,
    Effect effect,
    boolean pending,
    long answeredNanos,
    String words) {

  /** What a journal can say about something that happened out of the proxy's sight. */
  public enum Effect {
    YES,
    NO,
    UNKNOWN
  }

  /**
   * The number of the operation that a request of this run was for, by the name that it carried.
   * Empty for what is none of its operations.
   */
  public static OptionalLong operationOf(Header header, String scenario) {
    String prefix = header.run() + "/";
    if (header.run().isEmpty() || !scenario.startsWith(prefix)) {
      return OptionalLong.empty();
    }
    String number = scenario.substring(prefix.length());
    return number.matches("[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(number))
        : OptionalLong.empty();
  }

  boolean may() {
    return effect == Effect.UNKNOWN || (pending && effect == Effect.NO);
  }
}
