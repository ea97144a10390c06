/** The operations on tables and on what is attached to them; one operation a file. */
@NullMarked
package dev.assay.engine.control;

import org.jspecify.annotations.NullMarked;
