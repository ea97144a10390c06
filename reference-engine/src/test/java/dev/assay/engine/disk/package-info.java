/** Tests of the log on disk, on real files and through real sockets. */
@NullMarked
package dev.assay.engine.disk;

import org.jspecify.annotations.NullMarked;
