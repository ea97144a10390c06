/** Items in files: DynamoDB JSON, Ion and CSV, plain or compressed. */
@NullMarked
package dev.assay.engine.archive;

import org.jspecify.annotations.NullMarked;
