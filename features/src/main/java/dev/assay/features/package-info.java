/** Placeholder. */
@NullMarked
package dev.assay.features;

import org.jspecify.annotations.NullMarked;
