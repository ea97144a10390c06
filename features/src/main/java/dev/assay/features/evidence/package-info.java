/** Owns what a proxy's journal proves about a history that its clients could not know. */
@NullMarked
package dev.assay.features.evidence;

import org.jspecify.annotations.NullMarked;
