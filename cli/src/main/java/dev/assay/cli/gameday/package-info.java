/**
 * Owns game days as the command line runs them: which ship with Assay, what they run against, and
 * the adapters between the experiment, the proxy, the levers, the workloads and the reports.
 */
@NullMarked
package dev.assay.cli.gameday;

import org.jspecify.annotations.NullMarked;
