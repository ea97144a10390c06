/** How tables and indexes are keyed. */
@NullMarked
package dev.assay.engine.schema;

import org.jspecify.annotations.NullMarked;
