package dev.assay.reports;

import java.io.IOException;
import java.nio.file.Path;

/** Reads a run's events once and writes every document. */
final class Rendering {

  private Rendering() {}

  static Documents of(Path folder) {
    Run run;
    try {
      run = Run.read(folder, scenario -> {});
    } catch (IOException e) {
      throw ReportException.cannotRead(folder, e);
    }
    return new Documents(folder, run.tally(), run.interrupted());
  }
}
