package dev.assay.cli.bench;

import java.util.concurrent.locks.LockSupport;

/** The time that measurements are taken in. */
interface Timing {
  /** Nanoseconds since some fixed moment; never goes back. */
  long nanos();

  /** Gives the processor away for about that long, possibly less. */
  void pause(long nanos);

  /** This machine's monotonic clock. */
  Timing SYSTEM =
      new Timing() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void pause(long nanos) {
          LockSupport.parkNanos(nanos);
        }
      };
}
