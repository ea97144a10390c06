package dev.assay.engine.table;

import org.jspecify.annotations.Nullable;

/**
 * What a table has been told about being part of a global table one day.
 *
 * @param settingsReplication ENABLED, DISABLED or ENABLED_WITH_OVERRIDES; null if never given
 * @param disassociationProtection null if never given
 */
public record GlobalSettings(
    @Nullable String settingsReplication, @Nullable Boolean disassociationProtection) {
  public static final GlobalSettings NONE = new GlobalSettings(null, null);
}
