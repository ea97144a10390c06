package dev.assay.cli.crash;

import dev.assay.cli.problem.Refusal;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The engine as its users start it, in a process that can be killed. */
final class EngineProcess {
  private static final long PATIENCE_MILLIS = 600_000;
  private static final long BETWEEN_TRIES_MILLIS = 5;

  private final CrashTest.Settings settings;
  private final Clock clock;
  private @Nullable Process process;
  private boolean stopped;
  private volatile int port;

  EngineProcess(CrashTest.Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  int port() {
    return port;
  }

  /**
   * Starts it.
   *
   * @return milliseconds from the start of the command to its first answer
   * @throws Refusal with its last words if it does not answer
   */
  long start() throws IOException, InterruptedException {
    port = freePort();
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            settings.root().resolve("assay").toString(),
            "engine",
            "--port",
            Integer.toString(port),
            "--data",
            settings.data().toString()));
    command.addAll(settings.engineOptions());
    Path log = Files.createTempFile("assay-crash-test", ".log");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .redirectInput(new File("/dev/null"));
      builder.environment().put("ASSAY_NO_BUILD", "1");
      Instant begun = clock.instant();
      Process started = begin(builder);
      while (!answers()) {
        boolean ended = started.waitFor(BETWEEN_TRIES_MILLIS, TimeUnit.MILLISECONDS);
        if (ended || CrashTest.millisSince(begun, clock) > PATIENCE_MILLIS) {
          started.destroyForcibly();
          throw Refusal.unreachable(
              "the engine did not start: "
                  + (ended
                      ? "it ended with exit code " + started.exitValue()
                      : "it gave no answer for " + PATIENCE_MILLIS / 1_000 + " s")
                  + ", and said: "
                  + Files.readString(log, StandardCharsets.UTF_8).strip());
        }
      }
      return CrashTest.millisSince(begun, clock);
    } finally {
      Files.deleteIfExists(log);
    }
  }

  private synchronized Process begin(ProcessBuilder builder)
      throws IOException, InterruptedException {
    if (stopped) {
      throw new InterruptedException("no engine is started any more");
    }
    Process started = builder.start();
    process = started;
    return started;
  }

  /** Kills it, and starts none any more. */
  void stop() {
    synchronized (this) {
      stopped = true;
    }
    kill();
  }

  private synchronized @Nullable Process running() {
    return process;
  }

  private boolean answers() {
    try (Wire wire = new Wire(port)) {
      wire.call("ListTables", "{}");
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Kills it as {@code kill -9} does, and waits until it is gone. */
  void kill() {
    Process running = running();
    if (running == null) {
      return;
    }
    running.destroyForcibly();
    try {
      running.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
