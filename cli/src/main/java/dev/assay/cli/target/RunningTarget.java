package dev.assay.cli.target;

import dev.assay.cli.problem.Refusal;
import dev.assay.cli.process.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A known target that serves on a free port until it is closed. If its process ends by itself, say
 * because a request crashed it, it is started again on the same port and the crash is counted.
 */
public final class RunningTarget implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final Target target;
  private final Workshop workshop;
  private final int port;
  private final Path log;
  private ServerProcess process;
  private boolean answered;
  private boolean closed;
  private int crashes;

  private RunningTarget(Target target, Workshop workshop, int port, Path log) {
    this.target = target;
    this.workshop = workshop;
    this.port = port;
    this.log = log;
    this.process = launch();
  }

  /**
   * Starts a fetched target and waits until it accepts connections.
   *
   * @throws Refusal with its own last words when it does not
   */
  public static RunningTarget start(Target target, Workshop workshop, InstantSource clock) {
    target
        .missing(workshop)
        .ifPresent(
            sentence -> {
              throw Refusal.unreachable(sentence);
            });
    workshop.fetch(target);
    RunningTarget running = new RunningTarget(target, workshop, freePort(), newLog(target));
    try {
      running.awaitAnswer(clock);
    } catch (RuntimeException e) {
      running.close();
      throw e;
    }
    return running;
  }

  /** Where it serves. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** How often its process ended by itself so far. */
  public synchronized int crashes() {
    return crashes;
  }

  @Override
  public void close() {
    ServerProcess last;
    synchronized (this) {
      closed = true;
      last = process;
    }
    last.close();
    try {
      Files.deleteIfExists(log);
    } catch (IOException e) {
      // A log that stays behind in the temporary folder harms nobody.
    }
  }

  private ServerProcess launch() {
    ServerProcess launched =
        ServerProcess.start(target.command(workshop.homeOf(target), port, workshop), log);
    launched.onEnd(this::ended);
    return launched;
  }

  private synchronized void ended() {
    if (closed || !answered) {
      return;
    }
    crashes++;
    process = launch();
  }

  private void awaitAnswer(InstantSource clock) {
    Instant deadline = clock.instant().plus(PATIENCE);
    try {
      while (!accepts()) {
        if (process.endsWithin(BETWEEN_LOOKS)) {
          throw Refusal.unreachable(
              target.title() + " ended as soon as it was started:\n" + process.lastLines(8));
        }
        if (clock.instant().isAfter(deadline)) {
          throw Refusal.unreachable(
              target.title()
                  + " did not answer within "
                  + PATIENCE.toSeconds()
                  + " s:\n"
                  + process.lastLines(8));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.unreachable(target.title() + " was not waited for");
    }
    synchronized (this) {
      answered = true;
    }
  }

  private boolean accepts() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path newLog(Target target) {
    try {
      return Files.createTempFile("assay-" + target.name(), ".log");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
