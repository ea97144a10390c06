/** The lever that has capacity enforced, or not. */
@NullMarked
package dev.assay.engine.lever.capacity;

import org.jspecify.annotations.NullMarked;
