/** How much a table may be used in a second, and the refusal of what goes beyond. */
@NullMarked
package dev.assay.engine.throughput;

import org.jspecify.annotations.NullMarked;
