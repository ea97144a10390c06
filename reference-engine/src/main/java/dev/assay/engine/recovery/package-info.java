/**
 * The way back from a mistake: continuous backups, backups on demand, restores, and the jobs that
 * export a table to an object store or make one from it.
 */
@NullMarked
package dev.assay.engine.recovery;

import org.jspecify.annotations.NullMarked;
