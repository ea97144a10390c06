/** What must outlive the process beside items, and where it is kept. */
@NullMarked
package dev.assay.engine.durable;

import org.jspecify.annotations.NullMarked;
