/** Every refusal that a client can be given, and the shape in which the service gives it. */
@NullMarked
package dev.assay.engine.error;

import org.jspecify.annotations.NullMarked;
