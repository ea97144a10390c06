package dev.assay.features.checker.linear;

import dev.assay.features.history.Op;

/**
 * What one operation asks of the register that it looked at. Values are small numbers of the
 * caller's choice.
 *
 * @param op the operation that it stands for
 * @param invokedNanos it takes effect after this
 * @param returnedNanos and before this; {@link #NEVER} when it may do so at any later time, or not
 *     at all
 * @param expected the state that it needs, or {@link #ANYTHING}
 * @param value the state that it leaves, or {@link #UNCHANGED}
 */
public record Step(Op op, long invokedNanos, long returnedNanos, int expected, int value) {
  /** The end of a step that may never happen. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Needs no particular state. */
  public static final int ANYTHING = -1;

  /** Leaves the state as it is. */
  public static final int UNCHANGED = -2;

  boolean required() {
    return returnedNanos != NEVER;
  }

  boolean observes() {
    return expected != ANYTHING;
  }

  boolean writes() {
    return value != UNCHANGED;
  }

  boolean legalIn(int state) {
    return expected == ANYTHING || state == Search.ANY_STATE || expected == state;
  }

  int after(int state) {
    return writes() ? value : (state == Search.ANY_STATE ? expected : state);
  }

  /** The same, which may happen at any later time or never. */
  Step optional() {
    return new Step(op, invokedNanos, NEVER, expected, value);
  }
}
