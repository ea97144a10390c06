/** The state of one scenario and of the run that it belongs to. */
@NullMarked
package dev.assay.features.world;

import org.jspecify.annotations.NullMarked;
