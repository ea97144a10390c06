/** Levers that lose, slow and hold back what the availability zones replicate. */
@NullMarked
package dev.assay.engine.lever.zone;

import org.jspecify.annotations.NullMarked;
