package dev.assay.cli.bench;

import java.io.PrintWriter;

/**
 * Tells the user what is being done: one line that is rewritten on a terminal, a line for each step
 * elsewhere.
 */
public record Progress(PrintWriter err, boolean terminal) {
  private static final String CLEAR_LINE = "\r\u001b[K";

  void step(String what) {
    if (terminal) {
      err.print(CLEAR_LINE + what);
      err.flush();
    } else {
      err.println(what);
    }
  }

  void done() {
    if (terminal) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
