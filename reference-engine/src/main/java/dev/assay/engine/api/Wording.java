package dev.assay.engine.api;

/**
 * The one switch for what differs between the service's regions (facts 124 to 137): which
 * validation layer answers where it has been replaced in some regions and not yet in others.
 */
public enum Wording {
  /** What most regions answer since October 2026. */
  NEWEST,
  /** What the last regions still answered then (eu-south-2, me-central-1). */
  OLDER
}
