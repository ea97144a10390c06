package dev.assay.engine.table;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The class that a table has been given.
 *
 * @param changedAt null while it has the class that it was created with
 */
public record TableClassSetting(TableClass tableClass, @Nullable Instant changedAt) {}
