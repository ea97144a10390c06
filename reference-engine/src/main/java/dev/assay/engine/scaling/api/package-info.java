/** The operations of Application Auto Scaling, on the endpoint of the tables that they scale. */
@NullMarked
package dev.assay.engine.scaling.api;

import org.jspecify.annotations.NullMarked;
