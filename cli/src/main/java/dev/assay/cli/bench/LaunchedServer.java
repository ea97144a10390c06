package dev.assay.cli.bench;

import dev.assay.cli.problem.Refusal;
import dev.assay.cli.process.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * A server in a process of its own that has answered a ListTables.
 *
 * @param port that it serves on
 * @param firstAnswerNanos from the start of its command to that answer
 */
record LaunchedServer(ServerProcess process, Path log, int port, long firstAnswerNanos)
    implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  /**
   * Fine enough for what takes a third of a second, and rare enough to leave the processor to the
   * server.
   */
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(2);

  /**
   * Starts a server on a free port and waits for its first answer.
   *
   * @param command the command that serves on a given port
   * @throws Refusal with the server's last words when it does not answer
   */
  static LaunchedServer start(String title, IntFunction<List<String>> command, Timing timing) {
    int port = freePort();
    Path log = newLog();
    long start = timing.nanos();
    ServerProcess process = ServerProcess.start(command.apply(port), log);
    try {
      awaitAnswer(title, process, endpoint(port), start + PATIENCE_NANOS, timing);
      return new LaunchedServer(process, log, port, timing.nanos() - start);
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
  }

  private static void awaitAnswer(
      String title, ServerProcess process, URI endpoint, long deadline, Timing timing) {
    Caller caller = new Caller(endpoint);
    try {
      while (!(caller.call("ListTables", "{}") instanceof Reply.Http http && http.isSuccess())) {
        if (process.endsWithin(BETWEEN_TRIES)) {
          throw Refusal.unreachable(
              title + " ended as soon as it was started:\n" + process.lastLines(8));
        }
        if (timing.nanos() > deadline) {
          throw Refusal.unreachable(
              title + " did not answer within a minute:\n" + process.lastLines(8));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.unreachable(title + " was not waited for");
    }
  }

  URI endpoint() {
    return endpoint(port);
  }

  private static URI endpoint(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    process.close();
    try {
      Files.deleteIfExists(log);
    } catch (IOException e) {
      // A log that stays behind in the temporary folder harms nobody.
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path newLog() {
    try {
      return Files.createTempFile("assay-bench", ".log");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
