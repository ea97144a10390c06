/** What clients did to a store and what they saw: the evidence that verdicts are computed from. */
@NullMarked
package dev.assay.features.history;

import org.jspecify.annotations.NullMarked;
