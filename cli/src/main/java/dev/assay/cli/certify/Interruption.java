package dev.assay.cli.certify;

import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.features.suite.Suite;
import dev.assay.reports.ReportException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The user's wish that a run of suites ends early.
 *
 * <pre>
 *   starting up ──► begun ──► suite ──► suite ──► ended
 *       │                       │
 *    interrupts what waits    stops it; the reports are written as ever
 * </pre>
 */
final class Interruption {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final CountDownLatch ended = new CountDownLatch(1);
  private boolean asked;
  private @Nullable Suite suite;
  private @Nullable Thread startingUp;

  synchronized boolean asked() {
    return asked;
  }

  /** This thread brings up what is needed; until {@link #begun} it may be interrupted in that. */
  synchronized void startsUp() {
    startingUp = Thread.currentThread();
  }

  /**
   * All is up: from now on files are written, which an interrupt would close.
   *
   * @return whether to go on
   */
  synchronized boolean begun() {
    startingUp = null;
    boolean unused = Thread.interrupted();
    return !asked;
  }

  /** A suite is about to run. */
  synchronized void runs(Suite next) {
    suite = next;
    if (asked) {
      next.stop();
    }
  }

  /** That suite has ended. */
  synchronized void rests() {
    suite = null;
  }

  /**
   * Does the whole work; when it returns nothing is left to wait for.
   *
   * @return its exit code, or that of an interrupted run if the wish broke it off on the way up,
   *     which is no defect
   * @throws Refusal when it could not be done
   */
  int over(IntSupplier work, Certification.Screen screen) {
    try {
      return work.getAsInt();
    } catch (ReportException e) {
      throw Refusal.usage(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      if (asked()) {
        return nothingRan(screen);
      }
      throw e;
    } finally {
      ended.countDown();
    }
  }

  /** Says so. */
  static int nothingRan(Certification.Screen screen) {
    screen.err().println("Interrupted before any scenario was run.");
    return ExitCode.INTERRUPTED;
  }

  /**
   * Asks for the end, and returns when it has come, or after half a minute.
   *
   * @param running told if a suite is running, before it is stopped
   */
  void ask(Runnable running) {
    synchronized (this) {
      asked = true;
      if (suite != null) {
        running.run();
        suite.stop();
      } else if (startingUp != null) {
        startingUp.interrupt();
      }
    }
    try {
      boolean unused = ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
