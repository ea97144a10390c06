/** The log on disk: what was acknowledged is there again when the process has ended in any way. */
@NullMarked
package dev.assay.engine.disk;

import org.jspecify.annotations.NullMarked;
