package dev.assay.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Reads a run's events once and writes every document. */
final class Rendering {

  private Rendering() {}

  static Documents of(Path folder) {
    for (String earlier : List.of("allure-results", "allure-report")) {
      delete(folder.resolve(earlier));
    }
    AllureResults allure = new AllureResults(folder.resolve("allure-results"));
    Run run;
    try {
      run = Run.read(folder, allure::write);
    } catch (IOException e) {
      throw ReportException.cannotRead(folder, e);
    }
    Documents documents = new Documents(folder, run.tally(), run.interrupted());
    try {
      CertificatePage.write(run, documents.certificate());
      CertificateJson.write(run, documents.certificateJson());
      JunitXml.write(run, documents.junitXml());
      AllureReport.write(
          run, documents.allureResults(), documents.allureReport(), allure.attachedBytes());
    } catch (IOException e) {
      throw ReportException.cannotWrite(folder, e);
    }
    return documents;
  }

  /** Results of an earlier rendering would be read as results of this one. */
  private static void delete(Path tree) {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw ReportException.cannotWrite(tree, e);
    }
  }
}
