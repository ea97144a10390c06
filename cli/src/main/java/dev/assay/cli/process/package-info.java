/**
 * Programs of others that Assay runs: tools to completion, servers until they are no longer needed.
 */
@NullMarked
package dev.assay.cli.process;

import org.jspecify.annotations.NullMarked;
