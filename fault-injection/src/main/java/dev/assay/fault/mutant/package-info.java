/** Owns the list of semantic mutants: the ways in which a store can be quietly wrong on purpose. */
@NullMarked
package dev.assay.fault.mutant;

import org.jspecify.annotations.NullMarked;
