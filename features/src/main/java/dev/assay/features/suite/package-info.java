/** Selecting and running scenarios on the JUnit Platform; the entrance for the command line. */
@NullMarked
package dev.assay.features.suite;

import org.jspecify.annotations.NullMarked;
