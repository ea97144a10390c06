package dev.assay.features.history;

import java.util.Locale;

/** Under which promise a read was made. */
public enum Reading {
  /** With ConsistentRead, or in a transaction: it must see every write that was acknowledged. */
  STRONG,
  /** Without: it may see an older state. */
  EVENTUAL,
  /** Strong, by one endpoint, after load has ended: what the store kept in the end. */
  FINAL,
  /** Of a table that was restored from a backup or to a point in time. */
  RESTORED;

  /** As it stands in histories. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
