/**
 * What a feature file writes for values, generated text and expected JSON, and how it is compared.
 */
@NullMarked
package dev.assay.features.notation;

import org.jspecify.annotations.NullMarked;
