/** Levers: what breaks the engine on purpose, and heals it. */
@NullMarked
package dev.assay.engine.lever;

import org.jspecify.annotations.NullMarked;
