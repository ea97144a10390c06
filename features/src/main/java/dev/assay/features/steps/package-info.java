/** The sentences that feature files are made of. */
@NullMarked
package dev.assay.features.steps;

import org.jspecify.annotations.NullMarked;
