package dev.assay.reports;

import java.nio.file.Path;

/**
 * What a run left behind.
 *
 * @param folder holds every document of the run
 * @param tally the verdicts that the documents print
 * @param interrupted whether the run ended before its selection did
 */
public record Documents(Path folder, Tally tally, boolean interrupted) {

  /** The page for people. */
  public Path certificate() {
    return folder.resolve("certificate.html");
  }

  /** The same for programs. */
  public Path certificateJson() {
    return folder.resolve("certificate.json");
  }

  /** For build servers. */
  public Path junitXml() {
    return folder.resolve("junit.xml");
  }

  /** Allure's page, readable without a server. */
  public Path allureReport() {
    return folder.resolve("allure-report").resolve("index.html");
  }

  /** Allure's raw results, for a report over many runs. */
  public Path allureResults() {
    return folder.resolve("allure-results");
  }
}
