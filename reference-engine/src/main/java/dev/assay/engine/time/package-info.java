/** The engine's own time, which can be moved on and set wrong on purpose. */
@NullMarked
package dev.assay.engine.time;

import org.jspecify.annotations.NullMarked;
