/** How counts of key usage are read over HTTP. */
@NullMarked
package dev.assay.engine.insights.api;

import org.jspecify.annotations.NullMarked;
