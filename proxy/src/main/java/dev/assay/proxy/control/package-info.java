/** Owns the JSON control API: rules in and out, the journal out. */
@NullMarked
package dev.assay.proxy.control;

import org.jspecify.annotations.NullMarked;
