/**
 * Owns the record of what really happened on the wire: one line for every exchange, on disk in a
 * Chronicle Queue.
 */
@NullMarked
package dev.assay.proxy.journal;

import org.jspecify.annotations.NullMarked;
