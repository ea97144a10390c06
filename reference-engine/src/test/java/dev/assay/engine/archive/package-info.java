@NullMarked
package dev.assay.engine.archive;

import org.jspecify.annotations.NullMarked;
