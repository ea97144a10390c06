package dev.assay.reports;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a game day left behind.
 *
 * @param folder holds every document
 * @param baseline the folder of the game day that it was compared with
 */
public record GameDayDocuments(Path folder, Optional<Path> baseline) {
  /** The page for people. */
  public Path page() {
    return folder.resolve("gameday.html");
  }

  /** The same for programs. */
  public Path json() {
    return folder.resolve("gameday.json");
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
