package dev.assay.engine.stream;

/**
 * The states of a stream. It has records from the moment at which it is enabled, and no more from
 * that at which it is disabled; the passing states show for as long as its table is changing.
 */
public enum StreamStatus {
  ENABLING,
  ENABLED,
  DISABLING,
  DISABLED
}
