package dev.assay.features.suite;

import io.cucumber.plugin.ConcurrentEventListener;
import io.cucumber.plugin.event.EventPublisher;
import io.cucumber.plugin.event.TestCaseFinished;
import io.cucumber.plugin.event.TestCaseStarted;
import io.cucumber.plugin.event.TestStepFinished;

/**
 * What Cucumber makes by its name; hands Cucumber's events to the recording of the run in progress.
 */
public final class RecordingPlugin implements ConcurrentEventListener {
  @Override
  public void setEventPublisher(EventPublisher publisher) {
    Recording recording = Recording.current();
    publisher.registerHandlerFor(TestCaseStarted.class, recording::started);
    publisher.registerHandlerFor(TestStepFinished.class, recording::stepFinished);
    publisher.registerHandlerFor(TestCaseFinished.class, recording::finished);
  }
}
