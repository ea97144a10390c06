/** What a store may decline as a whole, and how it is asked whether it does. */
@NullMarked
package dev.assay.features.capability;

import org.jspecify.annotations.NullMarked;
