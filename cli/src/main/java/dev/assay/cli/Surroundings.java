package dev.assay.cli;

import dev.assay.cli.target.Workshop;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What a command gets from the process it runs in. Commands take it from here and nowhere else, so
 * that a test runs them in surroundings of its own.
 *
 * @param root Assay's folder, under which reports are written by default
 * @param version of Assay
 * @param commit the commit that was built, {@code unknown} outside a Git checkout
 * @param javaHome the JDK that runs this process
 * @param clock the wall clock
 * @param environment the process's variables
 * @param seeds gives a new seed for each run that is not told one
 * @param terminal whether {@code err} goes to a person at a terminal
 * @param out what the command was asked for
 * @param err progress and problems
 * @param interrupts tells of Ctrl-C
 */
record Surroundings(
    Path root,
    String version,
    String commit,
    Path javaHome,
    Clock clock,
    Map<String, String> environment,
    LongSupplier seeds,
    boolean terminal,
    PrintWriter out,
    PrintWriter err,
    Interrupts interrupts) {

  Workshop workshop() {
    return Workshop.of(root, javaHome, environment);
  }
}
