/** Streams: a table's log seen through a view type, cut into shards, kept for a day. */
@NullMarked
package dev.assay.engine.stream;

import org.jspecify.annotations.NullMarked;
