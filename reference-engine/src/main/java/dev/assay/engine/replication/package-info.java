/** Global tables: ships the writes of a region's log to the others, and lets the last one win. */
@NullMarked
package dev.assay.engine.replication;

import org.jspecify.annotations.NullMarked;
