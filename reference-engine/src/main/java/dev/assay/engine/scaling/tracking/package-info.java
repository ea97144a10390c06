/** Target tracking: once a minute it compares what was consumed with what is provisioned. */
@NullMarked
package dev.assay.engine.scaling.tracking;

import org.jspecify.annotations.NullMarked;
