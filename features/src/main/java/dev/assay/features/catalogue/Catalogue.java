package dev.assay.features.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All scenarios, by file and line. */
public final class Catalogue {
  /** The folder of the class path that holds the feature files. */
  public static final String ROOT = "features";

  private final List<ScenarioSpec> scenarios;
  private final List<String> problems;

  private Catalogue(List<ScenarioSpec> scenarios, List<String> problems) {
    this.scenarios = List.copyOf(scenarios);
    this.problems = List.copyOf(problems);
  }

  /** Reads every feature file of the class path. */
  public static Catalogue load() {
    List<ScenarioSpec> scenarios = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    FeatureFiles.read()
        .forEach((file, content) -> scenarios.addAll(FeatureReader.read(file, content, problems)));
    return new Catalogue(scenarios, problems);
  }

  /** One feature file by itself, for those who test the reading of it. */
  static Catalogue of(String file, String content) {
    List<String> problems = new ArrayList<>();
    List<ScenarioSpec> scenarios =
        FeatureReader.read(
            file, content.getBytes(java.nio.charset.StandardCharsets.UTF_8), problems);
    return new Catalogue(scenarios, problems);
  }

  public List<ScenarioSpec> scenarios() {
    return scenarios;
  }

  public Optional<ScenarioSpec> at(String file, int line) {
    return scenarios.stream().filter(s -> s.line() == line && s.file().equals(file)).findFirst();
  }

  /** What could not be read, and every tag outside the vocabulary. */
  List<String> problems() {
    return problems;
  }
}
