package dev.assay.engine.store;

/** Who made a write. */
public enum WriteOrigin {
  /** A client, by any operation. */
  CLIENT,
  /** The service, when an item's time to live has run out. */
  TIME_TO_LIVE,
  /** The service, when it brings a write of another region: it is not shipped again. */
  REPLICATION
}
