/** What a table is, apart from its items: schema, indexes, settings and state. */
@NullMarked
package dev.assay.engine.table;

import org.jspecify.annotations.NullMarked;
