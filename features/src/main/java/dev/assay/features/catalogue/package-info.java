/** The scenarios as written: their ids, tags, rules and sources, and the lint over them. */
@NullMarked
package dev.assay.features.catalogue;

import org.jspecify.annotations.NullMarked;
