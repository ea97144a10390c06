/**
 * {@code assay bench}: load, cold start and memory of one store, or of two in turns, measured from
 * outside.
 */
@NullMarked
package dev.assay.cli.bench;

import org.jspecify.annotations.NullMarked;
