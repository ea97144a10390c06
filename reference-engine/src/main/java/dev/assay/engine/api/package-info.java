/**
 * What every operation of the API has in common: its call, its dispatch and the region it runs in.
 */
@NullMarked
package dev.assay.engine.api;

import org.jspecify.annotations.NullMarked;
