/**
 * The tables that scenarios use: leased, created, emptied, and deleted at the end whatever happens.
 */
@NullMarked
package dev.assay.features.tables;

import org.jspecify.annotations.NullMarked;
