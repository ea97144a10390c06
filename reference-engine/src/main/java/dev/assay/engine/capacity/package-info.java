/** Capacity units: what a read or a write costs and how a response reports it. */
@NullMarked
package dev.assay.engine.capacity;

import org.jspecify.annotations.NullMarked;
