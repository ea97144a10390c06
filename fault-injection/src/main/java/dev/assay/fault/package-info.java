/** Placeholder. */
@NullMarked
package dev.assay.fault;

import org.jspecify.annotations.NullMarked;
