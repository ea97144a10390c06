/** Verdicts on histories: each checker judges one promise and shows what breaks it. */
@NullMarked
package dev.assay.features.checker;

import org.jspecify.annotations.NullMarked;
