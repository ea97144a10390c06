package dev.assay.features.suite;

import dev.assay.features.catalogue.Catalogue;
import dev.assay.features.catalogue.ScenarioSpec;
import dev.assay.features.result.ScenarioRecord;
import dev.assay.features.world.RunContext;
import dev.assay.features.world.ScenarioLog;
import io.cucumber.plugin.event.TestCase;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns Cucumber's events into the records that a run's listener gets. */
final class Recording {
  private static final AtomicReference<@Nullable Recording> CURRENT = new AtomicReference<>();
  private static final String CLASSPATH = "classpath:";

  private final Catalogue catalogue;
  private final RunContext context;
  private final Consumer<ScenarioSpec> started;
  private final Consumer<ScenarioRecord> finished;
  private final Map<String, RecordBuilder> builders = new ConcurrentHashMap<>();

  Recording(
      Catalogue catalogue,
      RunContext context,
      Consumer<ScenarioSpec> started,
      Consumer<ScenarioRecord> finished) {
    this.catalogue = catalogue;
    this.context = context;
    this.started = started;
    this.finished = finished;
  }

  static Recording current() {
    Recording recording = CURRENT.get();
    if (recording == null) {
      throw new IllegalStateException("scenarios ran outside of a suite");
    }
    return recording;
  }

  /** Does the work with this as the recording that the plugin speaks to. */
  void during(Runnable work) {
    CURRENT.set(this);
    try {
      work.run();
    } finally {
      CURRENT.set(null);
    }
  }

  void started(TestCaseStarted event) {
    TestCase testCase = event.getTestCase();
    String file = testCase.getUri().toString().substring(CLASSPATH.length());
    ScenarioSpec spec =
        catalogue
            .at(file, testCase.getLocation().getLine())
            .orElseThrow(() -> new IllegalStateException("not in the catalogue: " + file));
    ScenarioLog log = new ScenarioLog();
    String id = testCase.getId().toString();
    builders.put(id, new RecordBuilder(spec, log, event.getInstant(), context.seed()));
    context.running().put(id, new RunContext.Running(spec, log));
    if (!context.stopping().getAsBoolean()) {
      tell(() -> started.accept(spec));
    }
  }

  void stepFinished(TestStepFinished event) {
    RecordBuilder builder = builders.get(event.getTestCase().getId().toString());
    if (builder != null) {
      builder.add(event.getTestStep(), event.getResult());
    }
  }

  void finished(TestCaseFinished event) {
    String id = event.getTestCase().getId().toString();
    RecordBuilder builder = builders.remove(id);
    context.running().remove(id);
    if (builder != null && !builder.stopped()) {
      ScenarioRecord result = builder.build(event.getResult());
      tell(() -> finished.accept(result));
    }
  }

  private synchronized void tell(Runnable message) {
    message.run();
  }
}
