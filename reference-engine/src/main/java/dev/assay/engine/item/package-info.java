/** The operations on single items and on ranges of items. */
@NullMarked
package dev.assay.engine.item;

import org.jspecify.annotations.NullMarked;
