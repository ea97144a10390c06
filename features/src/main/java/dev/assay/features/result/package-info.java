/** What a run tells its listener: outcomes, steps, failures and their evidence. */
@NullMarked
package dev.assay.features.result;

import org.jspecify.annotations.NullMarked;
