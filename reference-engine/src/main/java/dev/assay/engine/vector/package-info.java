/** The search for the items of a table whose vectors are nearest to a given one. */
@NullMarked
package dev.assay.engine.vector;

import org.jspecify.annotations.NullMarked;
