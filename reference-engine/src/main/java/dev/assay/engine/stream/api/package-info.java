/** The operations of DynamoDB Streams. */
@NullMarked
package dev.assay.engine.stream.api;

import org.jspecify.annotations.NullMarked;
