/** Kills an engine under load, again and again, and looks whether it kept what it promised. */
@NullMarked
package dev.assay.cli.crash;

import org.jspecify.annotations.NullMarked;
