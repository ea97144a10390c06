/** Work that is done later or again and again, by a thread in production and by hand in tests. */
@NullMarked
package dev.assay.engine.schedule;

import org.jspecify.annotations.NullMarked;
