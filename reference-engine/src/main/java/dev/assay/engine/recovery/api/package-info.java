/** The operations of the API that back up, restore, export and import. */
@NullMarked
package dev.assay.engine.recovery.api;

import org.jspecify.annotations.NullMarked;
