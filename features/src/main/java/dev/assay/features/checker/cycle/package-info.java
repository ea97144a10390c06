/** What must come before what among transactions over lists, and the circles in that. */
@NullMarked
package dev.assay.features.checker.cycle;

import org.jspecify.annotations.NullMarked;
