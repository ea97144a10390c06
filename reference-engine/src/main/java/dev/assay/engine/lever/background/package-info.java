/** Levers that hurry, or end, what the engine does by itself. */
@NullMarked
package dev.assay.engine.lever.background;

import org.jspecify.annotations.NullMarked;
