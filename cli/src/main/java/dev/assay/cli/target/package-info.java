/**
 * Stores of others that Assay can fetch, start and stop by itself: one file each, and {@code
 * Targets} lists them.
 */
@NullMarked
package dev.assay.cli.target;

import org.jspecify.annotations.NullMarked;
