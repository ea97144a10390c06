package dev.assay.features.suite;

import dev.assay.features.catalogue.Catalogue;
import dev.assay.features.catalogue.Need;
import dev.assay.features.catalogue.ScenarioSpec;
import dev.assay.features.result.Outcome;
import dev.assay.features.result.RunListener;
import dev.assay.features.result.RunSummary;
import dev.assay.features.result.ScenarioRecord;
import dev.assay.features.world.RunContext;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.support.hierarchical.ExclusiveResource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** One run of selected scenarios by Cucumber on the JUnit Platform. */
final class Execution {
  private static final String GLUE = "dev.assay.features.steps";

  private final SuiteSettings settings;
  private final Catalogue catalogue;
  private final List<ScenarioSpec> selected;
  private final RunContext context;
  private final RunListener listener;
  private final Runnable stop;
  private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
  private int failedUnconfirmed;

  Execution(
      SuiteSettings settings,
      Catalogue catalogue,
      List<ScenarioSpec> selected,
      RunContext context,
      RunListener listener,
      Runnable stop) {
    this.settings = settings;
    this.catalogue = catalogue;
    this.selected = selected;
    this.context = context;
    this.listener = listener;
    this.stop = stop;
  }

  /**
   * @param cleanUp returns the tables that it could not delete
   */
  RunSummary run(Supplier<List<String>> cleanUp) {
    long startedNanos = System.nanoTime();
    listener.runStarted(selected.size(), settings.seed());
    List<String> leftover;
    Recording recording = new Recording(catalogue, context, this::started, this::finished);
    try {
      context.during(() -> recording.during(this::launch));
    } finally {
      leftover = cleanUp.get();
    }
    RunSummary summary =
        new RunSummary(
            selected.size(),
            counts,
            failedUnconfirmed,
            Duration.ofNanos(System.nanoTime() - startedNanos),
            leftover);
    listener.runFinished(summary);
    return summary;
  }

  private void launch() {
    LauncherFactory.create(launcherConfig()).execute(request());
  }

  private void started(ScenarioSpec spec) {
    listener.scenarioStarted(spec);
  }

  private void finished(ScenarioRecord result) {
    counts.merge(result.outcome(), 1, Integer::sum);
    if (result.outcome() == Outcome.FAIL && result.spec().unconfirmed()) {
      failedUnconfirmed++;
    }
    boolean bad = result.outcome() == Outcome.FAIL || result.outcome() == Outcome.ERROR;
    if (settings.failFast() && bad) {
      stop.run();
    }
    listener.scenarioFinished(result);
  }

  private static LauncherConfig launcherConfig() {
    return LauncherConfig.builder()
        .enableLauncherDiscoveryListenerAutoRegistration(false)
        .enableLauncherSessionListenerAutoRegistration(false)
        .enableTestExecutionListenerAutoRegistration(false)
        .enablePostDiscoveryFilterAutoRegistration(false)
        .enableTestEngineAutoRegistration(false)
        .addTestEngines(new io.cucumber.junit.platform.engine.CucumberTestEngine())
        .build();
  }

  private LauncherDiscoveryRequest request() {
    String parallelism = Integer.toString(settings.parallelism());
    LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
    runAlone(Need.LEVERS, request);
    if (settings.levers().isPresent()) {
      // A lever makes the whole store throttle; a store that does so by itself does always.
      runAlone(Need.THROTTLING, request);
    }
    return request
        .selectors(
            selected.stream()
                .map(
                    s ->
                        DiscoverySelectors.selectClasspathResource(
                            s.file(), FilePosition.from(s.line())))
                .toList())
        .enableImplicitConfigurationParameters(false)
        .configurationParameter("cucumber.glue", GLUE)
        .configurationParameter("cucumber.publish.quiet", "true")
        .configurationParameter("cucumber.plugin", RecordingPlugin.class.getName())
        .configurationParameter("cucumber.execution.parallel.enabled", "true")
        .configurationParameter("cucumber.execution.parallel.config.strategy", "fixed")
        .configurationParameter("cucumber.execution.parallel.config.fixed.parallelism", parallelism)
        .configurationParameter(
            "cucumber.execution.parallel.config.fixed.max-pool-size", parallelism)
        .build();
  }

  /** Has scenarios that change the store for everybody run while no other does. */
  private static void runAlone(Need need, LauncherDiscoveryRequestBuilder request) {
    request.configurationParameter(
        "cucumber.execution.exclusive-resources." + need.tag().substring(1) + ".read-write",
        ExclusiveResource.GLOBAL_KEY);
  }
}
