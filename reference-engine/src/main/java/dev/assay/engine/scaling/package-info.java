/** What of a region's provisioned capacity scales by itself: targets, policies, activities. */
@NullMarked
package dev.assay.engine.scaling;

import org.jspecify.annotations.NullMarked;
