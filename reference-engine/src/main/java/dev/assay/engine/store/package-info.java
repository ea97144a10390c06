/** Items: the log of accepted writes and the ordered views that are read from it. */
@NullMarked
package dev.assay.engine.store;

import org.jspecify.annotations.NullMarked;
