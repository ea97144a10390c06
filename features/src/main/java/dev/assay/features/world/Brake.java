package dev.assay.features.world;

import java.util.concurrent.atomic.AtomicReference;

/** Ends a run before all its scenarios have run. Safe for many threads. */
public final class Brake {
  private enum State {
    RUNNING,
    FINISHING,
    BROKEN_OFF
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);

  /** Lets no further scenario begin. */
  public void finish() {
    state.compareAndSet(State.RUNNING, State.FINISHING);
  }

  /** Lets no further scenario begin, and those in progress make no further request. */
  public void breakOff() {
    state.set(State.BROKEN_OFF);
  }

  public boolean stopping() {
    return state.get() != State.RUNNING;
  }

  public boolean brokenOff() {
    return state.get() == State.BROKEN_OFF;
  }
}
