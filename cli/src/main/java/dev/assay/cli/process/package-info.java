/**
 * Programs of others that Assay runs, tools to completion, servers until they are no longer needed;
 * and how busy the machine is with these and all else.
 */
@NullMarked
package dev.assay.cli.process;

import org.jspecify.annotations.NullMarked;
