/** Statements of PartiQL over HTTP. */
@NullMarked
package dev.assay.engine.partiql;

import org.jspecify.annotations.NullMarked;
