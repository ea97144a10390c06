package dev.assay.engine;

import dev.assay.engine.schedule.DaemonScheduler;
import dev.assay.engine.schedule.Scheduler;
import dev.assay.engine.stream.StreamPolicy;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an engine does beside answering requests.
 *
 * @param scheduler runs it
 * @param jobs runs what may take long or wait for an object store
 * @param streams how streams are cut and kept
 * @param sweepEvery how long it is, at most, from the expiry of an item to its deletion
 * @param kinesisEndpoint where Kinesis destinations are reached over HTTP; null if nowhere: then no
 *     destination can be enabled
 */
public record BackgroundSettings(
    Scheduler scheduler,
    Scheduler jobs,
    StreamPolicy streams,
    Duration sweepEvery,
    @Nullable URI kinesisEndpoint) {

  /** A daemon thread, the service's own way with streams, a sweep every ten seconds, no Kinesis. */
  public static BackgroundSettings defaults() {
    return new BackgroundSettings(
        new DaemonScheduler(),
        new DaemonScheduler(),
        StreamPolicy.defaults(),
        Duration.ofSeconds(10),
        null);
  }

  /** With another scheduler for everything, jobs too. */
  public BackgroundSettings withScheduler(Scheduler newScheduler) {
    return new BackgroundSettings(newScheduler, newScheduler, streams, sweepEvery, kinesisEndpoint);
  }

  public BackgroundSettings withStreams(StreamPolicy newStreams) {
    return new BackgroundSettings(scheduler, jobs, newStreams, sweepEvery, kinesisEndpoint);
  }

  public BackgroundSettings withSweepEvery(Duration newSweepEvery) {
    return new BackgroundSettings(scheduler, jobs, streams, newSweepEvery, kinesisEndpoint);
  }

  public BackgroundSettings withKinesisEndpoint(URI newEndpoint) {
    return new BackgroundSettings(scheduler, jobs, streams, sweepEvery, newEndpoint);
  }
}
