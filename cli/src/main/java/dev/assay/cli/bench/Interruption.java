package dev.assay.cli.bench;

import java.util.ArrayList;
import java.util.List;

/** Ctrl-C: load stops at once, and what was made in stores that stay up is removed. */
public final class Interruption {
  private final List<Runnable> cleanUps = new ArrayList<>();
  private volatile boolean asked;

  /** Tells the bench to end. Returns when it may. */
  public void ask() {
    asked = true;
    List<Runnable> due;
    synchronized (cleanUps) {
      due = List.copyOf(cleanUps);
    }
    due.forEach(Runnable::run);
  }

  boolean isAsked() {
    return asked;
  }

  void beforeEnd(Runnable cleanUp) {
    synchronized (cleanUps) {
      cleanUps.add(cleanUp);
    }
  }
}
