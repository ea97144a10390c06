/** Owns how each semantic mutant changes an exchange, in JSON and without the wire. */
@NullMarked
package dev.assay.proxy.mutant;

import org.jspecify.annotations.NullMarked;
