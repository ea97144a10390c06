package dev.assay.features.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A capability that a store may decline as a whole; the scenarios that need it are then
 * unsupported, not failed.
 */
public enum Need {
  /** Checks signatures, keys and policies. */
  AUTH,
  /** Application Auto Scaling on the same endpoint, which the service has elsewhere. */
  APPLICATION_AUTO_SCALING,
  AUTO_SCALING,
  BACKUPS,
  /** StartBulkPutItems and its kin. */
  BULK,
  CONTRIBUTOR_INSIGHTS,
  ENDPOINTS,
  EXPORT,
  GLOBAL_TABLES,
  IMPORT,
  KINESIS,
  /** The admin plane that breaks a store on purpose. */
  LEVERS,
  LIMITS,
  /** Endpoints of more than one region are known to the run. */
  MULTI_REGION,
  PARTIQL,
  PITR,
  /** Requests go through the fault proxy, and its control API is known to the run. */
  PROXY,
  RESOURCE_POLICY,
  STREAMS,
  TAGS,
  /**
   * Refuses what goes beyond the capacity of a table, by itself or, for as long as a scenario needs
   * it, by a lever.
   */
  THROTTLING,
  TRANSACTIONS,
  TTL,
  VECTORS;

  /** As it is written in a tag. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The whole tag. */
  public String tag() {
    return "@needs:" + label();
  }

  public static Optional<Need> of(String label) {
    return Arrays.stream(values()).filter(n -> n.label().equals(label)).findFirst();
  }
}
