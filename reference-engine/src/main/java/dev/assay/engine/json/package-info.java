/** The wire's JSON, read once into typed values and written once from them. */
@NullMarked
package dev.assay.engine.json;

import org.jspecify.annotations.NullMarked;
