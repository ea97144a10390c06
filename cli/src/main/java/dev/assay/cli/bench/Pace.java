package dev.assay.cli.bench;

/** When requests are sent. */
sealed interface Pace {
  /**
   * When the request of that number (0 is the first) is meant to be sent.
   *
   * @param startNanos when the run began
   * @param nowNanos what time it is
   */
  long intendedNanos(long number, long startNanos, long nowNanos);

  /**
   * As soon as a connection is idle: finds out how much a store can do, and says little about
   * latency.
   */
  record Saturating() implements Pace {
    @Override
    public long intendedNanos(long number, long startNanos, long nowNanos) {
      return nowNanos;
    }
  }

  /**
   * At fixed moments, whatever the store does. A request that has to wait for an idle connection
   * because the store stalls has waited for the store, so its latency counts from the moment that
   * was meant: no coordinated omission.
   *
   * @param perSecond above 0
   */
  record Fixed(double perSecond) implements Pace {
    @Override
    public long intendedNanos(long number, long startNanos, long nowNanos) {
      return startNanos + Math.round(number * 1e9 / perSecond);
    }
  }
}
