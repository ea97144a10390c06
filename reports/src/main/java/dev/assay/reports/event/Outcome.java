package dev.assay.reports.event;

/** What a scenario found out about the store. */
public enum Outcome {
  /** The store behaved as required. */
  PASS,
  /** The store behaved otherwise: a divergence. */
  FAIL,
  /** The store declines the whole capability. */
  UNSUPPORTED,
  /** Nobody knows: transport, deadline, or a defect of the harness. */
  ERROR
}
