package dev.assay.cli.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server of somebody else, run as a child that cannot outlive this process.
 *
 * <pre>
 *   this JVM ──stdin pipe──► guard (bash) ──► the server, in a process group of its own
 * </pre>
 *
 * The guard ends the server when the pipe closes, which the kernel sees to even if this process is
 * killed. The group of its own keeps a terminal's Ctrl-C from the server, so that tables can still
 * be removed from it.
 */
public final class ServerProcess implements AutoCloseable {
  // Bash, not sh: dash has process groups only where there is a terminal.
  private static final String GUARD =
      """
      trap '' INT
      exec 3<&0 4>&2 2>/dev/null
      set -m
      "$@" </dev/null 2>&4 3<&- 4>&- &
      server=$!
      { cat <&3 >/dev/null; kill "$server"; } &
      watcher=$!
      exec 3<&-
      wait "$server"
      code=$?
      kill -- "-$watcher"
      exit "$code"
      """;

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Process guard;
  private final Path log;

  private ServerProcess(Process guard, Path log) {
    this.guard = guard;
    this.log = log;
  }

  /**
   * Starts the server.
   *
   * @param log gets all that it prints, after what is there already
   */
  public static ServerProcess start(List<String> command, Path log) {
    List<String> guarded =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of("bash", "-c", GUARD, "assay-guard"), command.stream())
            .toList();
    try {
      Process guard =
          new ProcessBuilder(guarded)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      return new ServerProcess(guard, log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it ends or the time is over; true if it ended. */
  public boolean endsWithin(Duration time) throws InterruptedException {
    return guard.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Runs the action once the server has ended, for whatever reason. */
  public void onEnd(Runnable action) {
    var unused = guard.onExit().thenRun(action);
  }

  /** The last lines that the server printed. */
  public String lastLines(int count) {
    try {
      return new Tool.Result(0, Files.readString(log, StandardCharsets.ISO_8859_1))
          .lastLines(count);
    } catch (IOException e) {
      return "";
    }
  }

  /** Asks the server to end, and ends it the hard way when it has not after a few seconds. */
  @Override
  public void close() {
    try {
      guard.getOutputStream().close();
      if (guard.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (IOException e) {
      // The pipe was closed from the other side: the guard is ending already.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    guard.descendants().forEach(ProcessHandle::destroyForcibly);
    guard.destroyForcibly();
  }
}
