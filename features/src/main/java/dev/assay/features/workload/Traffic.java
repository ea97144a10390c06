package dev.assay.features.workload;

import dev.assay.features.history.Call;
import dev.assay.features.history.Seen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the clients of one run do. For many threads. */
interface Traffic {
  /** Whether the table needs a stream. */
  default boolean streams() {
    return false;
  }

  /** Fills the table, before any client begins. */
  default void fill(Asking admin) {}

  /**
   * What a client does next.
   *
   * @param random this operation's own chance, by the seed and its number
   * @param number of the operation, from 0
   */
  Call next(SplittableRandom random, Session session, long number);

  /**
   * Does it and returns what was seen.
   *
   * @throws software.amazon.awssdk.core.exception.SdkException when there is no good answer
   */
  Seen perform(Call call, Asking asking);

  /** What an item showed that a condition met. */
  default Seen met(Map<String, AttributeValue> item) {
    return Seen.nothing();
  }

  /** What every place is asked after load has ended. */
  List<Call> last();

  /** Reads something all the while, in a thread of its own. */
  default Optional<Follower> follower() {
    return Optional.empty();
  }

  /** See {@link #follower}. */
  interface Follower {
    /**
     * Looks once for something new.
     *
     * @return whether there was something
     */
    boolean look(Following following);
  }
}
