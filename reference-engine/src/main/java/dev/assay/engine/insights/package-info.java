/** Contributor Insights: which keys of a table or an index are used and throttled most. */
@NullMarked
package dev.assay.engine.insights;

import org.jspecify.annotations.NullMarked;
