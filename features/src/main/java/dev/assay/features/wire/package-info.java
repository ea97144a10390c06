/**
 * The way to the store under test: signed HTTP exchanges, and the evidence that each of them
 * leaves.
 */
@NullMarked
package dev.assay.features.wire;

import org.jspecify.annotations.NullMarked;
