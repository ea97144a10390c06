package dev.assay.reports;

import io.qameta.allure.ConfigurationBuilder;
import io.qameta.allure.Extension;
import io.qameta.allure.ReportGenerator;
import io.qameta.allure.allure1.Allure1Plugin;
import io.qameta.allure.allure2.Allure2Plugin;
import io.qameta.allure.category.CategoriesPlugin;
import io.qameta.allure.category.CategoriesTrendPlugin;
import io.qameta.allure.core.AttachmentsPlugin;
import io.qameta.allure.core.Configuration;
import io.qameta.allure.core.TestsResultsPlugin;
import io.qameta.allure.duration.DurationPlugin;
import io.qameta.allure.duration.DurationTrendPlugin;
import io.qameta.allure.environment.Allure1EnvironmentPlugin;
import io.qameta.allure.executor.ExecutorPlugin;
import io.qameta.allure.history.HistoryPlugin;
import io.qameta.allure.history.HistoryTrendPlugin;
import io.qameta.allure.launch.LaunchPlugin;
import io.qameta.allure.owner.OwnerPlugin;
import io.qameta.allure.retry.RetryPlugin;
import io.qameta.allure.retry.RetryTrendPlugin;
import io.qameta.allure.severity.SeverityPlugin;
import io.qameta.allure.status.StatusChartPlugin;
import io.qameta.allure.suites.SuitesPlugin;
import io.qameta.allure.summary.SummaryPlugin;
import io.qameta.allure.tags.TagsPlugin;
import io.qameta.allure.timeline.TimelinePlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Allure's HTML report, made in this process.
 *
 * <p>The plugins are listed one by one instead of taking Allure's bundle, since the bundle reports
 * each generation to Google Analytics and can only be kept from it by an environment variable. For
 * the same reason the tracking scripts are cut out of the page.
 */
final class AllureReport {

  /** Above this the evidence goes beside the page instead of into it; a browser must hold it. */
  private static final long LARGEST_SINGLE_FILE_BYTES = 48L * 1024 * 1024;

  private AllureReport() {}

  /**
   * Writes the run's circumstances beside the results, and the report.
   *
   * @param results the folder of Allure's raw results, all written
   * @param page where the report goes; its folder is the report's own
   */
  static void write(Run run, Path results, Path page, long attachedBytes) throws IOException {
    AllureContext.write(run, results);
    Path folder = page.getParent();
    try (OperationsTab operations = new OperationsTab(results)) {
      ReportGenerator generator = new ReportGenerator(configuration(run, operations));
      if (attachedBytes <= LARGEST_SINGLE_FILE_BYTES) {
        generator.generateSingleFile(folder, List.of(results));
      } else {
        generator.generate(folder, List.of(results));
      }
    }
    Files.writeString(page, withoutTracking(Files.readString(page)));
  }

  private static Configuration configuration(Run run, OperationsTab operations) {
    return ConfigurationBuilder.empty()
        .withExtensions(EXTENSIONS)
        .withPlugins(List.of(operations))
        .withReportName("Assay · " + run.started().target().name())
        .withReportLanguage("en")
        .build();
  }

  /**
   * Cuts out the two scripts that load and start Google Analytics.
   *
   * @throws IOException if the page still names a tracker: a new Allure would have to be looked at
   */
  static String withoutTracking(String page) throws IOException {
    String clean = withoutScript(page, "googletagmanager");
    clean = withoutScript(clean, "window.dataLayer");
    if (clean.contains("googletagmanager") || clean.contains("google-analytics")) {
      throw new IOException("the Allure page would load a tracker");
    }
    return clean;
  }

  private static String withoutScript(String page, String mark) {
    int at = page.indexOf(mark);
    if (at < 0) {
      return page;
    }
    String end = "</script>";
    return page.substring(0, page.lastIndexOf("<script", at))
        + page.substring(page.indexOf(end, at) + end.length());
  }

  private static final List<Extension> EXTENSIONS =
      List.of(
          new TagsPlugin(),
          new RetryPlugin(),
          new RetryTrendPlugin(),
          new SeverityPlugin(),
          new OwnerPlugin(),
          new HistoryPlugin(),
          new HistoryTrendPlugin(),
          new CategoriesPlugin(),
          new CategoriesTrendPlugin(),
          new DurationPlugin(),
          new DurationTrendPlugin(),
          new StatusChartPlugin(),
          new TimelinePlugin(),
          new SuitesPlugin(),
          new TestsResultsPlugin(),
          new AttachmentsPlugin(),
          new SummaryPlugin(),
          new ExecutorPlugin(),
          new LaunchPlugin(),
          // Reads environment.properties, which Allure 2 took over from Allure 1.
          new Allure1Plugin(),
          new Allure1EnvironmentPlugin(),
          new Allure2Plugin());
}
