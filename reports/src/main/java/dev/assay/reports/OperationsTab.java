package dev.assay.reports;

import io.qameta.allure.CommonJsonAggregator2;
import io.qameta.allure.Extension;
import io.qameta.allure.PluginConfiguration;
import io.qameta.allure.core.LaunchResults;
import io.qameta.allure.core.Plugin;
import io.qameta.allure.entity.LabelName;
import io.qameta.allure.entity.TestResult;
import io.qameta.allure.tree.TestResultTree;
import io.qameta.allure.tree.TreeUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A tab of Allure's report: operation, requirement, scenario. Allure has the like of it only in the
 * plugins of its command-line distribution, which its library does not carry.
 */
final class OperationsTab implements Plugin, AutoCloseable {

  private static final String ID = "operations";
  private static final String SCRIPT = "operations-tab.js";

  private final Path script;

  /**
   * @param folder where the tab's script may lie until {@link #close}, since Allure wants a file
   */
  OperationsTab(Path folder) throws IOException {
    script = folder.resolve(SCRIPT);
    try (InputStream resource = OperationsTab.class.getResourceAsStream(SCRIPT)) {
      Files.write(script, Objects.requireNonNull(resource).readAllBytes());
    }
  }

  @Override
  public void close() throws IOException {
    Files.delete(script);
  }

  @Override
  public PluginConfiguration getConfig() {
    return new PluginConfiguration().setId(ID).setName("Operations").setJsFiles(List.of(SCRIPT));
  }

  // Deprecated and still abstract: it is what a report of several files calls.
  @Override
  @SuppressWarnings("deprecation")
  public void unpackReportStatic(Path reportFolder) throws IOException {
    Files.createDirectories(reportFolder);
    Files.copy(script, reportFolder.resolve(SCRIPT));
  }

  @Override
  public Map<String, Path> getPluginFiles() {
    return Map.of(SCRIPT, script);
  }

  @Override
  public List<Extension> getExtensions() {
    return List.of(new Tree());
  }

  /** {@code data/operations.json}: what the tab shows. */
  private static final class Tree extends CommonJsonAggregator2 {

    Tree() {
      super(ID + ".json");
    }

    @Override
    protected TestResultTree getData(List<LaunchResults> launches) {
      TestResultTree tree =
          new TestResultTree(
              ID, result -> TreeUtils.groupByLabels(result, LabelName.FEATURE, LabelName.STORY));
      launches.stream()
          .flatMap(launch -> launch.getResults().stream())
          .filter(result -> !result.isHidden())
          .sorted(Comparator.comparing(TestResult::getName))
          .forEach(tree::add);
      return tree;
    }
  }
}
