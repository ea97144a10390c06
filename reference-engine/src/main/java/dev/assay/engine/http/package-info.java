/** The engine's HTTP server: the front end that the service has before its store. */
@NullMarked
package dev.assay.engine.http;

import org.jspecify.annotations.NullMarked;
