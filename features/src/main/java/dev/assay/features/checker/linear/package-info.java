/**
 * The search for an order that explains what clients saw of one register, and what to show if none.
 */
@NullMarked
package dev.assay.features.checker.linear;

import org.jspecify.annotations.NullMarked;
