/** The attribute values of DynamoDB: their types, order, equality and size in bytes. */
@NullMarked
package dev.assay.engine.value;

import org.jspecify.annotations.NullMarked;
