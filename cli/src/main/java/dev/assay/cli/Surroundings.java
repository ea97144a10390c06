package dev.assay.cli;

import dev.assay.cli.target.Workshop;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Properties;

/**
 * What a command gets from the process it runs in. Commands take it from here and nowhere else, so that a test runs
 * them in surroundings of its own.
 *
 * @param root Assay's folder, under which reports are written by default
 * @param commit the commit that was built, {@code unknown} outside a Git checkout
 * @param clock the wall clock
 * @param environment the process's variables
 * @param terminal whether progress goes to a person at a terminal
 */
record Surroundings(
    Path root,
    String version,
    String commit,
    Path javaHome,
    InstantSource clock,
    Map<String, String> environment,
    boolean terminal,
    PrintWriter out,
    PrintWriter err) {

  Workshop workshop() {
    return Workshop.of(root, javaHome, environment);
  }
}
