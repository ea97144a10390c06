/** Levers that move the engine's time and set the clocks of its places wrong. */
@NullMarked
package dev.assay.engine.lever.clock;

import org.jspecify.annotations.NullMarked;
