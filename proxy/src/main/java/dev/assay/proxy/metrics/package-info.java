/** Owns what the proxy counts, in Prometheus' terms; all of it is read off the journal's lines. */
@NullMarked
package dev.assay.proxy.metrics;

import org.jspecify.annotations.NullMarked;
