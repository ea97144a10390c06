/** Availability zones: the replicas of each table's partitions, their leaders and their lag. */
@NullMarked
package dev.assay.engine.zone;

import org.jspecify.annotations.NullMarked;
