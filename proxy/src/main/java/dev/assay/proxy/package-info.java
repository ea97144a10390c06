/** Placeholder. */
@NullMarked
package dev.assay.proxy;

import org.jspecify.annotations.NullMarked;
