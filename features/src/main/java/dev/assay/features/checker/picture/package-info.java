/** Counterexamples drawn as SVG. */
@NullMarked
package dev.assay.features.checker.picture;

import org.jspecify.annotations.NullMarked;
