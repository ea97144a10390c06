package dev.assay.engine.table;

import org.jspecify.annotations.Nullable;

/**
 * What a table knows of global tables.
 *
 * @param settingsReplication ENABLED, DISABLED or ENABLED_WITH_OVERRIDES; null if never given
 * @param disassociationProtection null if never given
 * @param membership the global table that it is a replica of; null if it is none
 */
public record GlobalSettings(
    @Nullable String settingsReplication,
    @Nullable Boolean disassociationProtection,
    @Nullable Membership membership) {
  public static final GlobalSettings NONE = new GlobalSettings(null, null, null);

  /** With another membership, or with none. */
  public GlobalSettings withMembership(@Nullable Membership newMembership) {
    return new GlobalSettings(settingsReplication, disassociationProtection, newMembership);
  }
}
