package dev.assay.cli;

/** Tells a command that the user, or the system, wants the process to end. */
@FunctionalInterface
interface Interrupts {

  /** Runs the action when the process is asked to end, which then waits for the action's return. */
  void onInterrupt(Runnable action);
}
