/** The levers over HTTP, on a port of their own. */
@NullMarked
package dev.assay.engine.lever.http;

import org.jspecify.annotations.NullMarked;
