package dev.assay.proxy.route;

/** An upstream's part in failover. */
public enum Priority {
  PRIMARY,
  SECONDARY
}
