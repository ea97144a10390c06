package dev.assay.engine.table;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a table that is being restored comes from; when it has been, nothing tells.
 *
 * @param backupArn null if it was restored from continuous backups
 * @param sourceTableArn the table whose items it got
 * @param restoredTo the moment whose items it got
 */
public record RestoreSummary(
    @Nullable String backupArn, String sourceTableArn, Instant restoredTo) {}
