/**
 * One certification: a store is brought up, the suite runs against it, what happened becomes
 * reports.
 */
@NullMarked
package dev.assay.cli.certify;

import org.jspecify.annotations.NullMarked;
