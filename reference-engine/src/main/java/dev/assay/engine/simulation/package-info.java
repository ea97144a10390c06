/**
 * The engine under simulated time, zones, regions and chance: seeds become workloads with faults,
 * and what must always hold is looked at after every step.
 */
@NullMarked
package dev.assay.engine.simulation;

import org.jspecify.annotations.NullMarked;
