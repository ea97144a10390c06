/** The reference engine: starts it, with all its operations, and stops it. */
@NullMarked
package dev.assay.engine;

import org.jspecify.annotations.NullMarked;
