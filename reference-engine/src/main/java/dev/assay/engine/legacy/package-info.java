/**
 * The parameters that came before expressions ({@code Expected}, {@code AttributeUpdates}, {@code
 * KeyConditions}, {@code QueryFilter}, {@code ScanFilter}, {@code ConditionalOperator}): their own
 * checks and sentences, and what they mean in terms of expressions.
 */
@NullMarked
package dev.assay.engine.legacy;

import org.jspecify.annotations.NullMarked;
