/**
 * Waiting for something to become true, with a deadline and never by guessing how long it takes.
 */
@NullMarked
package dev.assay.features.poll;

import org.jspecify.annotations.NullMarked;
