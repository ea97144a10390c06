/** Examples of what each mutant does. */
@NullMarked
package dev.assay.proxy.mutant;

import org.jspecify.annotations.NullMarked;
