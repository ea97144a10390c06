package dev.assay.fault.gameday;

/**
 * An action and its time.
 *
 * @param afterMs milliseconds from the begin of the fault phase
 */
public record Step(long afterMs, Action action) {}
