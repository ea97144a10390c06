/** Owns the table that tells for each measured fact which scenarios prove it, or why none can. */
@NullMarked
package dev.assay.features.facts;

import org.jspecify.annotations.NullMarked;
