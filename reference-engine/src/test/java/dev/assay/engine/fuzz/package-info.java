/** Requests that nobody means, to show that none of them harms the engine. */
@NullMarked
package dev.assay.engine.fuzz;

import org.jspecify.annotations.NullMarked;
