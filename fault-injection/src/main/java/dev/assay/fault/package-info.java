/**
 * Owns the vocabulary of faults: which requests a rule matches, what is done to them, how often,
 * and from which seed.
 */
@NullMarked
package dev.assay.fault;

import org.jspecify.annotations.NullMarked;
