/** Kinesis destinations: a table's log sent, change by change, to a data stream over HTTP. */
@NullMarked
package dev.assay.engine.kinesis;

import org.jspecify.annotations.NullMarked;
