package dev.assay.engine.stream;

/**
 * The states of a stream. The API has two more, ENABLING and DISABLING, for the seconds that the
 * service takes; here a stream is enabled and disabled at once.
 */
public enum StreamStatus {
  ENABLED,
  DISABLED
}
