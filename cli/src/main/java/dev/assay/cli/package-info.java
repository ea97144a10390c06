/**
 * The {@code assay} command: its subcommands, their options, and the only code that writes to the
 * console.
 */
@NullMarked
package dev.assay.cli;

import org.jspecify.annotations.NullMarked;
